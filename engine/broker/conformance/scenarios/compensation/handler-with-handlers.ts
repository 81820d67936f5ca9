import {
  association,
  boundary,
  compensation,
  end,
  flow,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'what completed inside a handler can be compensated in turn',
  rule: 'By the next throw event.',
  async run(z) {
    const handler = sub(
      'undo',
      undo,
      start('s'),
      task('b'),
      boundary('cb', 'b', compensation()),
      task('undoB', undo),
      end('e'),
      flow('s > b > e'),
      association('cb', 'undoB'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('ca', 'a', compensation()),
        handler,
        throwing('t1', compensation()),
        throwing('t2', compensation()),
        task('after'),
        end(),
        flow('start > a > t1 > t2 > after > end'),
        association('ca', 'undo'),
      ),
    );
    await z.create('p');
    await z.work('a');
    await z.work('b');
    await z.noJob('after');
    await z.work('undoB');
    await z.work('after');
  },
};
