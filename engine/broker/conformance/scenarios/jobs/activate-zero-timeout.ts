import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the time-out of activated jobs must be positive',
  rule: 'Zero and negative time-outs are refused.',
  async run(z) {
    const text = (n: number) =>
      `Command 'ACTIVATE' rejected with code 'INVALID_ARGUMENT': Expected to activate job batch with timeout to be greater than zero, but it was '${n}'`;
    await z.rejected(z.activate('work', { timeout: 0 }), 'INVALID_ARGUMENT', text(0));
    await z.rejected(z.activate('work', { timeout: -5 }), 'INVALID_ARGUMENT', text(-5));
  },
};
