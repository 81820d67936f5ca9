import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'null and empty dates are left out',
  rule: 'They are no error, unlike other texts.',
  alone: true,
  async run(z) {
    await z.deploy(
      line('p', userTask('review', extension('taskSchedule', { dueDate: '=a', followUpDate: '=b' }))),
    );
    await z.create('p', { a: null, b: '' });
    z.equal((await z.userTask('review')).customHeaders, {});
  },
};
