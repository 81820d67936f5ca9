import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the id wins over the key',
  rule: 'With both given the key is not looked at.',
  async run(z) {
    const { deployments } = await z.deploy(line('p', task('a')));
    await z.deploy(line('q', task('b')));
    const { processDefinitionKey } = deployments[0].process;
    z.equal((await z.create('q', {}, { processDefinitionKey })).bpmnProcessId, 'q');
  },
};
