import {
  association,
  boundary,
  compensation,
  end,
  flow,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a throw event may name the activity to compensate',
  rule: 'Others stay and are compensated by a later throw event.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('ca', 'a', compensation()),
        task('undoA', undo),
        task('b'),
        boundary('cb', 'b', compensation()),
        task('undoB', undo),
        throwing('t1', compensation('b')),
        throwing('t2', compensation()),
        end(),
        flow('start > a > b > t1 > t2 > end'),
        association('ca', 'undoA'),
        association('cb', 'undoB'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.work('b');
    const undoB = await z.job('undoB');
    await z.noJob('undoA');
    await z.complete(undoB);
    await z.work('undoA');
    await z.ended(instance);
  },
};
