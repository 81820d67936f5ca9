import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'UNIQUE fails where two rules match',
  rule: 'The message shows their outputs.',
  async run(z) {
    const rules: [string[], string[]][] = [
      [['> 1'], ['"a"']],
      [['> 2'], ['"b"']],
    ];
    await z.deploy(dmn('drg', decision('d', table({ inputs: ['x'], outputs: ['r'], rules }))));
    z.equal((await z.evaluate('d', { x: 2 })).decisionOutput, '"a"');
    z.equal((await z.evaluate('d', { x: 0 })).decisionOutput, 'null');
    const { failureMessage } = await z.evaluate('d', { x: 3 });
    z.ok(
      failureMessage.endsWith(
        `but multiple values aren't allowed for UNIQUE hit policy. found: 'List(Map(r -> "a"), Map(r -> "b"))'`,
      ),
      failureMessage,
    );
  },
};
