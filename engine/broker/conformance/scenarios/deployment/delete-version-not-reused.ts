import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a deleted version number is not given out again',
  rule: 'The next deployment has the next number, also for the same content.',
  async run(z) {
    const model = line('p', task('a'));
    const { processDefinitionKey } = (await z.deploy(model)).deployments[0].process;
    await z.call('DeleteResource', { resourceKey: processDefinitionKey });
    z.equal((await z.deploy(model)).deployments[0].process.version, 2);
  },
};
