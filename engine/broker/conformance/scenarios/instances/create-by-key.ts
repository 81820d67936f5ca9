import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance is created by the key of its definition',
  rule: 'Without an id the key counts, also that of an older version.',
  async run(z) {
    const { deployments } = await z.deploy(line('p', task('old')));
    await z.deploy(line('p', task('new')));
    const { processDefinitionKey } = deployments[0].process;
    const answer = await z.call('CreateProcessInstance', { processDefinitionKey });
    z.equal([answer.version, answer.bpmnProcessId], [1, 'p']);
    z.equal((await z.job('old')).processDefinitionVersion, 1);
  },
};
