import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a negative key is of no partition, too',
  rule: 'The number is what its upper bits say.',
  async run(z) {
    await z.rejected(
      z.call('CompleteJob', { jobKey: -1 }),
      'UNAVAILABLE',
      /^Expected to execute command on partition -?\d+, but either it does not exist, or the gateway is not yet aware of it$/,
    );
  },
};
