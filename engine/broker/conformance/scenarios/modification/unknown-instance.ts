import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'modifying an unknown instance is refused',
  rule: 'It is not found.',
  async run(z) {
    await z.rejected(
      z.modify({ processInstanceKey: '2251799999999999' }, {}),
      'NOT_FOUND',
      "Command 'MODIFY' rejected with code 'NOT_FOUND': Expected to modify process instance but no process instance found with key '2251799999999999'",
    );
  },
};
