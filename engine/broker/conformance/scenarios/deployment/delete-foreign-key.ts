import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a resource key of another partition is UNAVAILABLE',
  rule: 'As any key.',
  async run(z) {
    for (const [resourceKey, partition] of [
      ['1', 0],
      ['-1', -1],
      ['4503599627370497', 2],
    ] as const) {
      await z.rejected(
        z.call('DeleteResource', { resourceKey }),
        'UNAVAILABLE',
        `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`,
      );
    }
  },
};
