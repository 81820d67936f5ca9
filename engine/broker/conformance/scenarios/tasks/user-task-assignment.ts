import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'assignee and candidates come as headers',
  rule: 'Static candidates are lists of comma-separated values; expressions give text or a list of text.',
  alone: true,
  async run(z) {
    const assigned = extension('assignmentDefinition', {
      assignee: '=who',
      candidateGroups: 'a, b ,c',
      candidateUsers: '=users',
    });
    await z.deploy(line('p', userTask('review', assigned)));
    await z.create('p', { who: 'lan', users: ['x', 'y'] });
    z.equal((await z.userTask('review')).customHeaders, {
      'io.camunda.zeebe:assignee': 'lan',
      'io.camunda.zeebe:candidateGroups': '["a","b","c"]',
      'io.camunda.zeebe:candidateUsers': '["x","y"]',
    });
  },
};
