import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'RULE ORDER gives all outputs in the order of the rules',
  rule: 'Null when no rule matches.',
  async run(z) {
    const logic = table({
      policy: 'RULE ORDER',
      inputs: ['x'],
      outputs: ['r'],
      rules: [
        [['> 1'], ['"b"']],
        [['> 2'], ['"a"']],
        [['> 2'], ['"c"']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 3 })).decisionOutput, '["b","a","c"]');
    z.equal((await z.evaluate('d', { x: 2 })).decisionOutput, '["b"]');
    z.equal((await z.evaluate('d', { x: 0 })).decisionOutput, 'null');
  },
};
