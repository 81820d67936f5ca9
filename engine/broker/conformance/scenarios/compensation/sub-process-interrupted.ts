import {
  association,
  boundary,
  compensation,
  end,
  flow,
  message,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'what completed in a sub-process that was interrupted is not compensated',
  rule: 'Its compensation dies with it.',
  async run(z) {
    const inner = sub(
      'sp',
      start('s1'),
      task('a'),
      boundary('ca', 'a', compensation()),
      task('undoA', undo),
      task('wait'),
      end('e1'),
      flow('s1 > a > wait > e1'),
      association('ca', 'undoA'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        inner,
        boundary('b', 'sp', message('stop', '=k')),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > sp > end'),
        flow('b > t > after'),
      ),
    );
    await z.create('p', { k: z.name('k') });
    await z.work('a');
    await z.job('wait');
    await z.publish('stop', z.name('k'), { ttl: 5000 });
    await z.work('after');
    await z.noJob('undoA');
  },
};
