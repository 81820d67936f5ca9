import { boundary, duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the timer last in the document is created first',
  rule: 'Of two that are due at the same time the last one in the document interrupts.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('a', 'work', duration('PT0S')),
        boundary('b', 'work', duration('PT0S')),
        task('fromA'),
        task('fromB'),
        flow('start > work'),
        flow('a > fromA'),
        flow('b > fromB'),
      ),
    );
    await z.create('p');
    await z.work('fromB');
    await z.noJob('fromA');
  },
};
