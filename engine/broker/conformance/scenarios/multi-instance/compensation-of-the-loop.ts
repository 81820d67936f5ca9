import {
  association,
  boundary,
  compensation,
  flow,
  multi,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance activity is compensated once, as a whole',
  rule: 'The compensation boundary event belongs to the loop; the handler sees nothing of the inner instances.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('w', multi({ items: '=[1,2]', item: 'x' })),
        boundary('cb', 'w', compensation()),
        task('undo', { isForCompensation: true }),
        throwing('back', compensation()),
        task('after'),
        flow('start > w > back > after'),
        association('cb', 'undo'),
      ),
    );
    await z.create('p');
    for (const one of await z.jobs('w', 2)) await z.complete(one);
    z.equal((await z.work('undo')).variables, {});
    await z.job('after');
    await z.noJob('undo');
  },
};
