import { context, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a context sees its own entries',
  rule: 'The last entry without a name is the result.',
  async run(z) {
    const entries = [
      ['a', literal('x + 1')],
      ['b', literal('a * 2')],
    ] as const;
    await z.deploy(
      dmn(
        'drg',
        decision('d', context(...entries)),
        decision('e', context(...entries, [undefined, literal('a + b')])),
      ),
    );
    z.equal((await z.evaluate('d', { x: 1 })).decisionOutput, '{"a":2,"b":4}');
    z.equal((await z.evaluate('e', { x: 1 })).decisionOutput, '6');
  },
};
