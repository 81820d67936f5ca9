import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message id counts per name and key',
  rule: 'The same id under another name or key is free.',
  async run(z) {
    await z.publish('order', 'A', { ttl: 30_000, id: 'one' });
    await z.publish('order', 'B', { ttl: 30_000, id: 'one' });
    await z.publish('other', 'A', { ttl: 30_000, id: 'one' });
    await z.publish('order', 'A', { ttl: 30_000, id: 'two' });
    await z.publish('order', 'A', { ttl: 30_000 });
    await z.publish('order', 'A', { ttl: 30_000 });
  },
};
