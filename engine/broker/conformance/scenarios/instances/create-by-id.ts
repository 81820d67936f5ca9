import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance is created by the id of its process',
  rule: 'The answer names version, definition and instance.',
  async run(z) {
    const { deployments } = await z.deploy(line('p', task('work')));
    const answer = await z.create('p');
    z.equal(
      [answer.bpmnProcessId, answer.version, answer.processDefinitionKey, answer.tenantId],
      ['p', 1, deployments[0].process.processDefinitionKey, '<default>'],
    );
  },
};
