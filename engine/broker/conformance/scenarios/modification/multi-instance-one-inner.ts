import { end, flow, multi, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the only running inner instance is entered without an ancestor key',
  rule: 'As in a sequential loop.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub(
          'msp',
          multi({ items: '=[7,8]', item: 'i', sequential: true }),
          start('s'),
          task('b'),
          task('c'),
          end('e'),
          flow('s > b > c > e'),
        ),
        end(),
        flow('start > msp > end'),
      ),
    );
    const instance = await z.create('p');
    await z.job('b');
    await z.modify(instance, { activate: [{ elementId: 'c' }] });
    z.equal((await z.job('c')).variables, { i: 7, loopCounter: 1 });
  },
};
