import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an aggregation over two outputs is refused',
  rule: 'At deployment.',
  async run(z) {
    const logic = table({
      policy: 'COLLECT',
      aggregation: 'SUM',
      inputs: ['x'],
      outputs: ['r', 's'],
      rules: [[['-'], ['1', '2']]],
    });
    await z.rejected(
      z.deploy(dmn('drg', decision('d', logic))),
      'INVALID_ARGUMENT',
      "'drg.dmn': hit policy 'COLLECT' with aggregator is not defined for compound output",
    );
  },
};
