import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'after deleting the latest version the previous one is the latest',
  rule: 'Create without a version takes it.',
  async run(z) {
    await z.deploy(line('p', task('old')));
    const { processDefinitionKey } = (await z.deploy(line('p', task('new')))).deployments[0].process;
    await z.call('DeleteResource', { resourceKey: processDefinitionKey });
    z.equal((await z.create('p')).version, 1);
    await z.job('old');
  },
};
