import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'several outputs are a context',
  rule: 'A list of contexts where several rules may match.',
  async run(z) {
    const columns = {
      inputs: ['x'],
      outputs: ['r', 's'],
      rules: [[['-'], ['x', '"y"']]] as [string[], string[]][],
    };
    await z.deploy(
      dmn('drg', decision('one', table(columns))),
      dmn('other', decision('all', table({ ...columns, policy: 'COLLECT' }))),
    );
    z.equal((await z.evaluate('one', { x: 1 })).decisionOutput, '{"r":1,"s":"y"}');
    z.equal((await z.evaluate('all', { x: 1 })).decisionOutput, '[{"r":1,"s":"y"}]');
  },
};
