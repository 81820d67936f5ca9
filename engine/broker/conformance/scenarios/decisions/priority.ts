import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'PRIORITY takes the output that stands first among the output values',
  rule: 'What is not listed comes last.',
  async run(z) {
    const logic = table({
      policy: 'PRIORITY',
      inputs: ['x'],
      outputs: [{ name: 'r', values: '"a", "b"' }],
      rules: [
        [['> 1'], ['"b"']],
        [['> 2'], ['"a"']],
        [['> 2'], ['"c"']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 3 })).decisionOutput, '"a"');
    z.equal((await z.evaluate('d', { x: 2 })).decisionOutput, '"b"');
  },
};
