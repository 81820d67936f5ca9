import {
  association,
  boundary,
  compensation,
  end,
  flow,
  parallel,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a sub-process that still runs is not compensated from outside',
  rule: 'Inside of it, a throw event compensates what has completed there, and nothing outside.',
  async run(z) {
    const inner = sub(
      'sp',
      start('s1'),
      task('a'),
      boundary('ca', 'a', compensation()),
      task('undoA', undo),
      task('wait'),
      throwing('t1', compensation()),
      end('e1'),
      flow('s1 > a > wait > t1 > e1'),
      association('ca', 'undoA'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        parallel('fork'),
        inner,
        end(),
        task('go'),
        throwing('t2', compensation()),
        task('after'),
        end('end2'),
        flow('start > fork > sp > end'),
        flow('fork > go > t2 > after > end2'),
      ),
    );
    await z.create('p');
    await z.work('a');
    await z.work('go');
    await z.work('after');
    await z.noJob('undoA');
    await z.work('wait');
    await z.work('undoA');
  },
};
