import { extension, flow, process, start, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static due date is checked',
  rule: 'At deployment.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          userTask('a', extension('taskSchedule', { dueDate: 'soon' })),
          flow('start > a'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Expected static value to be a valid DateTime String, e\.g\. '2023-03-02T15:35\+02:00', but found 'soon'\./,
    );
  },
};
