import {
  association,
  boundary,
  compensation,
  end,
  flow,
  multi,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'inside a multi-instance sub-process each instance compensates its own',
  rule: 'The handler sees the variables of that instance.',
  async run(z) {
    const inner = sub(
      'sp',
      multi({ items: '=[1,2]', item: 'i' }),
      start('s1'),
      task('a'),
      boundary('ca', 'a', compensation()),
      task('undo', undo),
      throwing('t', compensation()),
      end('e1'),
      flow('s1 > a > t > e1'),
      association('ca', 'undo'),
    );
    await z.deploy(process('p', start(), inner, end(), flow('start > sp > end')));
    const instance = await z.create('p');
    const [first, second] = await z.jobs('a', 2);
    z.ok(first && second, 'two jobs');
    if (!first || !second) return;
    await z.complete(second);
    z.equal((await z.work('undo')).variables, { i: 2, loopCounter: 2 });
    await z.complete(first);
    z.equal((await z.work('undo')).variables, { i: 1, loopCounter: 1 });
    await z.ended(instance);
  },
};
