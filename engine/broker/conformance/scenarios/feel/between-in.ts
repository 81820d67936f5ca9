import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'between and in',
  rule: 'Ranges include or exclude their ends.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[5 between 1 and 5, 5 in [1..5], 5 in [1..5[, 5 in (1,5), 3 in > 2, 5 in [1,2,5]]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r, [true, true, false, true, true, true]);
  },
};
