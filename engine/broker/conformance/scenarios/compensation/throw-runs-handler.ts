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
  title: 'a compensation throw event runs the handlers of what has completed',
  rule: 'The event waits for all handlers; their results go where those of any task go.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('book'),
        boundary('c', 'book', compensation()),
        task('cancel', undo),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > book > t > after > end'),
        association('c', 'cancel'),
      ),
    );
    const instance = await z.create('p', { a: 1 });
    await z.work('book', { b: 2 });
    await z.noJob('after');
    z.equal((await z.work('cancel', { c: 3 })).variables, { a: 1, b: 2 });
    z.equal((await z.work('after')).variables, { a: 1, b: 2, c: 3 });
    await z.ended(instance);
  },
};
