import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'without a time to live the id is free at once',
  rule: 'Nothing is kept, so nothing is compared.',
  async run(z) {
    await z.publish('order', 'A', { id: 'one' });
    await z.publish('order', 'A', { id: 'one' });
  },
};
