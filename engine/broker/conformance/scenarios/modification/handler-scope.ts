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

export const scenario: Scenario = {
  title: 'a scope is looked for where the model has it',
  rule: 'A compensation handler runs beside its throw event: inside it is activated anew.',
  async run(z) {
    const handler = sub(
      'undo',
      { isForCompensation: true },
      start('s2'),
      task('b'),
      task('c'),
      end('e2'),
      flow('s2 > b > c > e2'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sub(
          'sp',
          start('s'),
          task('a'),
          boundary('on', 'a', compensation()),
          handler,
          end('e'),
          flow('s > a > e'),
          association('on', 'undo'),
        ),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > sp > t > after > end'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    const b = await z.job('b');
    await z.modify(instance, { activate: [{ elementId: 'c' }] });
    await z.work('c');
    await z.complete(b);
    await z.work('c');
    await z.work('after');
  },
};
