import {
  association,
  boundary,
  byDefault,
  compensation,
  end,
  exclusive,
  flow,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'each activity is compensated once',
  rule: 'A second throw event finds nothing; an activity that completed twice is compensated twice.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        exclusive('x', byDefault('x > a')),
        throwing('t1', compensation()),
        throwing('t2', compensation()),
        end(),
        flow('start > a > x'),
        flow('x > a'),
        flow('x > t1', '=n = 2'),
        flow('t1 > t2 > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p', { n: 0 });
    await z.work('a', { n: 1 });
    await z.work('a', { n: 2 });
    for (const job of await z.jobs('undo', 2)) await z.complete(job);
    await z.ended(instance);
    await z.noJob('undo');
  },
};
