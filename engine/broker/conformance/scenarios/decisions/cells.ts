import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cell holds any unary test',
  rule: 'Values, comparisons, ranges, lists, negations, the input itself; empty and - match all.',
  async run(z) {
    const tests = ['5', '< 3', '[6..8)', '10, 11', 'not(< 50)', '? = 12 or ? = 13', '', '-'];
    const logic = table({
      policy: 'RULE ORDER',
      inputs: ['x'],
      outputs: ['r'],
      rules: tests.map((test, at) => [[test], [String(at)]] as const),
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    for (const [x, rules] of [
      [5, '[0,6,7]'],
      [2, '[1,6,7]'],
      [8, '[6,7]'],
      [7, '[2,6,7]'],
      [11, '[3,6,7]'],
      [50, '[4,6,7]'],
      [13, '[5,6,7]'],
    ] as const)
      z.equal((await z.evaluate('d', { x })).decisionOutput, rules, String(x));
  },
};
