import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty assignee is no assignee',
  rule: 'The header is left out; an empty list of candidates stays.',
  alone: true,
  async run(z) {
    await z.deploy(
      line(
        'p',
        userTask('review', extension('assignmentDefinition', { assignee: '=""', candidateGroups: '=[]' })),
      ),
    );
    await z.create('p');
    z.equal((await z.userTask('review')).customHeaders, { 'io.camunda.zeebe:candidateGroups': '[]' });
  },
};
