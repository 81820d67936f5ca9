import { boundary, duration, flow, input, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary timer sees the input mappings of its task',
  rule: "Its expression is evaluated in the task's scope.",
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', input('="PT0S"', 'limit')),
        boundary('late', 'work', duration('=limit')),
        task('after'),
        flow('start > work'),
        flow('late > after'),
      ),
    );
    await z.create('p');
    await z.work('after');
  },
};
