import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'create with result of an unknown process is refused',
  rule: "The command's name is its own.",
  async run(z) {
    await z.rejected(
      z.result('p'),
      'NOT_FOUND',
      "Command 'CREATE_WITH_AWAITING_RESULT' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'p', but none found",
    );
  },
};
