import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty name and an empty key are accepted',
  rule: 'The answer carries the key of the message.',
  async run(z) {
    const { key, tenantId } = await z.call('PublishMessage', { name: '', correlationKey: '' });
    z.ok(BigInt(key) > 2n ** 51n, 'a key');
    z.equal(tenantId, '<default>');
  },
};
