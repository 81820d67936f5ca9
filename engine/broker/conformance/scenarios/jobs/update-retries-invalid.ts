import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'retries must be positive when updated',
  rule: 'Zero and below are refused before the key is looked at.',
  async run(z) {
    const text = (key: string, n: number) =>
      `Command 'UPDATE_RETRIES' rejected with code 'INVALID_ARGUMENT': Expected to update retries for job with key '${key}' with a positive amount of retries, but the amount given was '${n}'`;
    const unknown = '2251799999999999';
    await z.rejected(z.updateRetries({ key: unknown }, 0), 'INVALID_ARGUMENT', text(unknown, 0));
    await z.rejected(z.updateRetries({ key: unknown }, -2), 'INVALID_ARGUMENT', text(unknown, -2));
  },
};
