import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of an unknown scope cannot be set',
  rule: 'The key must be one of an active element or instance.',
  async run(z) {
    await z.rejected(
      z.setVariables('2251799999999999', { a: 1 }),
      'NOT_FOUND',
      "Command 'UPDATE' rejected with code 'NOT_FOUND': Expected to update variables for element with key '2251799999999999', but no such element was found",
    );
  },
};
