import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'COLLECT with COUNT',
  rule: 'One number; null, not zero, when no rule matches.',
  async run(z) {
    const logic = table({
      policy: 'COLLECT',
      aggregation: 'COUNT',
      inputs: ['x'],
      outputs: ['r'],
      rules: [
        [['> 1'], ['1']],
        [['> 2'], ['2.5']],
        [['> 3'], ['-4']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 9 })).decisionOutput, '3');
    z.equal((await z.evaluate('d', { x: 2 })).decisionOutput, '1');
    z.equal((await z.evaluate('d', { x: 0 })).decisionOutput, 'null');
  },
};
