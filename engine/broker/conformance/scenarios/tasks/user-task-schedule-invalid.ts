import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a due date that is no date stops the task',
  rule: 'The text must be a date-time with an offset.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', userTask('review', extension('taskSchedule', { dueDate: '=a' }))));
    const instance = await z.create('p', { a: 'soon' });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { a: '2031-02-03T04:05:06Z' });
    z.equal(await z.resolve(), 1);
    z.equal((await z.userTask('review')).customHeaders, {
      'io.camunda.zeebe:dueDate': '2031-02-03T04:05:06Z',
    });
  },
};
