import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message id is taken while its message is buffered',
  rule: 'A second publication with the id is refused, also one without a time to live.',
  async run(z) {
    await z.publish('order', 'A', { ttl: 30_000, id: 'one' });
    const text =
      "Command 'PUBLISH' rejected with code 'ALREADY_EXISTS': Expected to publish a new message with id 'one', but a message with that id was already published";
    await z.rejected(z.publish('order', 'A', { ttl: 30_000, id: 'one' }), 'ALREADY_EXISTS', text);
    await z.rejected(z.publish('order', 'A', { id: 'one' }), 'ALREADY_EXISTS', text);
  },
};
