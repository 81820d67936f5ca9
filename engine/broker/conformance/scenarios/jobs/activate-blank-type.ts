import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the type of jobs to activate must be given',
  rule: 'An empty type is refused; blanks are a type like any other.',
  async run(z) {
    await z.rejected(
      z.activate('', {}),
      'INVALID_ARGUMENT',
      "Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with type to be present, but it was blank",
    );
    z.equal(await z.activate('   '), []);
  },
};
