import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'sort needs a comparison',
  rule: 'The list itself does not change.',
  async run(z) {
    await z.deploy(
      line('p', script('s', '=[sort(l, function(a, b) a < b), sort(l, function(a, b) a > b)]', 'r')),
    );
    z.equal((await z.result('p', { l: [2, 3, 1] })).r, [
      [1, 2, 3],
      [3, 2, 1],
    ]);
  },
};
