import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'ANY fails where outputs differ',
  rule: 'Equal outputs are one result.',
  async run(z) {
    const logic = table({
      policy: 'ANY',
      inputs: ['x'],
      outputs: ['r'],
      rules: [
        [['-'], ['1']],
        [['-'], ['x']],
      ],
    });
    await z.deploy(dmn('drg', decision('d', logic)));
    z.equal((await z.evaluate('d', { x: 1 })).decisionOutput, '1');
    const { failureMessage } = await z.evaluate('d', { x: 2 });
    z.ok(
      failureMessage.endsWith(
        "but different values aren't allowed for ANY hit policy. found: 'List(Map(r -> 1), Map(r -> 2))'",
      ),
      failureMessage,
    );
  },
};
