import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'candidates that are no text stop the task',
  rule: 'The list may contain text only.',
  incidents: true,
  async run(z) {
    await z.deploy(
      line('p', userTask('review', extension('assignmentDefinition', { candidateGroups: '=groups' }))),
    );
    const instance = await z.create('p', { groups: [1, 2] });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { groups: ['1'] });
    z.equal(await z.resolve(), 1);
    z.equal((await z.userTask('review')).customHeaders, { 'io.camunda.zeebe:candidateGroups': '["1"]' });
  },
};
