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
  title: 'an interrupted scope takes its throw event and handlers along',
  rule: 'What they were to compensate is not compensated any more.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub(
          'sp',
          start('s'),
          task('a'),
          boundary('c', 'a', compensation()),
          task('undo', undo),
          throwing('t', compensation()),
          end('e'),
          flow('s > a > t > e'),
          association('c', 'undo'),
        ),
        boundary('b', 'sp', message('stop', '=k')),
        throwing('t2', compensation()),
        task('after'),
        end(),
        flow('start > sp > end'),
        flow('b > t2 > after'),
      ),
    );
    await z.create('p', { k: z.name('k') });
    await z.work('a');
    const job = await z.job('undo');
    await z.publish('stop', z.name('k'), { ttl: 5000 });
    await z.work('after');
    await z.rejected(z.complete(job), 'NOT_FOUND');
    await z.noJob('undo');
  },
};
