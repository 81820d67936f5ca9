import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the default output stands where no rule matches',
  rule: 'Not as a list, whatever the hit policy.',
  async run(z) {
    const logic = (policy: string) =>
      table({
        policy,
        inputs: ['x'],
        outputs: [{ name: 'r', otherwise: 'x + 1' }],
        rules: [[['< 0'], ['0']]],
      });
    await z.deploy(
      dmn('drg', decision('one', logic('UNIQUE'))),
      dmn('other', decision('all', logic('COLLECT'))),
    );
    z.equal((await z.evaluate('one', { x: 1 })).decisionOutput, '2');
    z.equal((await z.evaluate('all', { x: 1 })).decisionOutput, '2');
    z.equal((await z.evaluate('all', { x: -1 })).decisionOutput, '[0]');
  },
};
