import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'FIRST takes the first rule that matches',
  rule: 'In the order of the table.',
  async run(z) {
    const logic = table({
      policy: 'FIRST',
      inputs: ['x'],
      outputs: ['r'],
      rules: [
        [['> 1'], ['"b"']],
        [['> 2'], ['"a"']],
        [['> 2'], ['"c"']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 3 })).decisionOutput, '"b"');
    z.equal((await z.evaluate('d', { x: 0 })).decisionOutput, 'null');
  },
};
