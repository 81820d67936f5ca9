import { extension, line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'due and follow-up dates come as headers',
  rule: 'Text is parsed and printed again; null and empty text are left out.',
  alone: true,
  async run(z) {
    const schedule = extension('taskSchedule', {
      dueDate: '2031-02-03T04:05:06+07:00',
      followUpDate: '=when',
    });
    await z.deploy(line('p', userTask('review', schedule)));
    await z.create('p', { when: '2031-02-03T04:05:06+07:00[Asia/Ho_Chi_Minh]' });
    z.equal((await z.userTask('review')).customHeaders, {
      'io.camunda.zeebe:dueDate': '2031-02-03T04:05:06+07:00',
      'io.camunda.zeebe:followUpDate': '2031-02-03T04:05:06+07:00[Asia/Ho_Chi_Minh]',
    });
  },
};
