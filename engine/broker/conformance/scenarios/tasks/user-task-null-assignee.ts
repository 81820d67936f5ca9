import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an assignee that is null stops the task',
  rule: 'The assignee must be text.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', userTask('review', extension('assignmentDefinition', { assignee: '=who' }))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { who: 'lan' });
    z.equal(await z.resolve(), 1);
    z.equal((await z.userTask('review')).customHeaders, { 'io.camunda.zeebe:assignee': 'lan' });
  },
};
