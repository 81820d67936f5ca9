import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'versions count up',
  rule: 'A changed process gets the next version and a new key.',
  async run(z) {
    const first = (await z.deploy(line('p', task('a')))).deployments[0].process;
    const second = (await z.deploy(line('p', task('b')))).deployments[0].process;
    z.equal([first.version, second.version], [1, 2]);
    z.ok(first.processDefinitionKey !== second.processDefinitionKey, 'two keys');
    z.equal([second.bpmnProcessId, second.resourceName, second.tenantId], ['p', 'p0.bpmn', '<default>']);
  },
};
