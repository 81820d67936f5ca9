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
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a compensation handler may be a multi-instance activity',
  rule: 'The throw event waits for all of its inner instances.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('w'),
        boundary('cb', 'w', compensation()),
        task(
          'undo',
          { isForCompensation: true },
          multi({ items: '=[1,2]', item: 'x', results: 'undone', result: '=x' }),
        ),
        throwing('back', compensation()),
        task('after'),
        flow('start > w > back > after'),
        association('cb', 'undo'),
      ),
    );
    await z.create('p');
    await z.work('w');
    const [first, second] = (await z.jobs('undo', 2)) as [Job, Job];
    z.equal(first.variables, { x: 1, loopCounter: 1, undone: [null, null] });
    await z.complete(first);
    await z.noJob('after');
    await z.complete(second);
    z.equal((await z.job('after')).variables, { undone: [1, 2] });
  },
};
