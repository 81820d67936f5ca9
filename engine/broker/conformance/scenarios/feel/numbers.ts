import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'arithmetic is decimal',
  rule: 'No binary rounding; a whole result is an integer, another a decimal number.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task(
          'work',
          input('=0.1 + 0.2', 'a'),
          input('=1.50', 'b'),
          input('=1.0', 'c'),
          input('=1/3', 'd'),
          input('=2**10', 'e'),
          input('=-2**2', 'f'),
        ),
      ),
    );
    await z.create('p');
    z.equal((await z.job('work')).variables, { a: 0.3, b: 1.5, c: 1, d: 1 / 3, e: 1024, f: 4 });
  },
};
