import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown decision is refused',
  rule: 'By id, by key, and with neither.',
  async run(z) {
    const evaluate = (fields: object) => z.call('EvaluateDecision', { ...fields });
    await z.rejected(
      z.evaluate('nope'),
      'INVALID_ARGUMENT',
      "Expected to evaluate decision 'nope', but no decision found for id 'nope'",
    );
    await z.rejected(
      evaluate({ decisionKey: 1 }),
      'INVALID_ARGUMENT',
      "Expected to evaluate decision '1', but no decision found for key '1'",
    );
    await z.rejected(evaluate({}), 'INVALID_ARGUMENT', "no decision found for key '0'");
    await z.rejected(
      evaluate({ decisionKey: -1 }),
      'INVALID_ARGUMENT',
      'Expected either a decision id or a valid decision key, but none provided',
    );
  },
};
