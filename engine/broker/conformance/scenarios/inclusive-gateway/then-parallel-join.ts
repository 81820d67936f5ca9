import { flow, inclusive, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'branches of an inclusive gateway may be joined by a parallel gateway',
  rule: 'If all of its flows were taken; otherwise it waits for ever.',
  async run(z) {
    const nodes = [start(), inclusive('g'), task('a'), task('b'), parallel('j'), task('after')];
    await z.deploy(
      process(
        'p',
        ...nodes,
        flow('start > g'),
        flow('g > a', '=true'),
        flow('g > b', '=both'),
        flow('a > j > after'),
        flow('b > j'),
      ),
    );
    const both = await z.create('p', { both: true });
    await z.work('a');
    await z.work('b');
    await z.work('after');
    await z.ended(both);
    const one = await z.create('p', { both: false });
    await z.work('a');
    await z.noJob('after');
    await z.running(one);
  },
};
