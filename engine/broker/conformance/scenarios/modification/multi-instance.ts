import { end, flow, multi, process, start, sub, task } from '../../bpmn.ts';
import { intro } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'inside a multi-instance activity only a running instance can be entered',
  rule: 'A new inner instance cannot be created; the activity as a whole can.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        sub(
          'msp',
          multi({ items: '=[1,2]', item: 'i' }),
          start('s'),
          task('b'),
          task('c'),
          end('e'),
          flow('s > b > c > e'),
        ),
        end(),
        flow('start > a > msp > end'),
      ),
    );
    const instance = await z.create('p');
    await z.job('a');
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'c' }] }),
      'INVALID_ARGUMENT',
      `${intro} activate instructions that would result in the activation of multi-instance element 'msp', which is currently unsupported.`,
    );
    await z.modify(instance, { activate: [{ elementId: 'msp' }] });
    const jobs = await z.jobs('b', 2);
    z.equal(
      jobs.map(({ variables }) => variables),
      [
        { i: 1, loopCounter: 1 },
        { i: 2, loopCounter: 2 },
      ],
    );
  },
};
