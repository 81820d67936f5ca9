import { byDefault, flow, inclusive, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the default flow is taken only when no condition is true',
  rule: 'A condition of its own does not count.',
  async run(z) {
    const g = inclusive('g', byDefault('g > d'));
    await z.deploy(
      process(
        'p',
        start(),
        g,
        task('a'),
        task('d'),
        flow('start > g'),
        flow('g > a', '=x > 1'),
        flow('g > d', '=x > 100'),
      ),
    );
    await z.create('p', { x: 0 });
    await z.job('d');
    await z.create('p', { x: 1000 });
    await z.job('a');
    await z.noJob('d');
  },
};
