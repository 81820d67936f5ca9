import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static assignee is always text',
  rule: 'Even one that looks like a number.',
  alone: true,
  async run(z) {
    await z.deploy(line('p', userTask('review', extension('assignmentDefinition', { assignee: '5' }))));
    await z.create('p');
    z.equal((await z.userTask('review')).customHeaders, { 'io.camunda.zeebe:assignee': '5' });
  },
};
