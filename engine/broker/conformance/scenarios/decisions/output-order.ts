import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'OUTPUT ORDER gives all outputs in the order of the output values',
  rule: 'What is not listed comes last.',
  async run(z) {
    const logic = table({
      policy: 'OUTPUT ORDER',
      inputs: ['x'],
      outputs: [{ name: 'r', values: '"a", "b"' }],
      rules: [
        [['> 1'], ['"b"']],
        [['> 2'], ['"a"']],
        [['> 2'], ['"c"']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 3 })).decisionOutput, '["a","b","c"]');
    z.equal((await z.evaluate('d', { x: 0 })).decisionOutput, 'null');
  },
};
