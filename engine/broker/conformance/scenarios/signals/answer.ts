import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'BroadcastSignal answers with a key, whoever waits',
  rule: 'Nobody has to; even the empty name is taken.',
  async run(z) {
    for (const signalName of [z.name('nobody'), '']) {
      const answer = await z.call('BroadcastSignal', { signalName, variables: '' });
      z.ok(BigInt(answer.key) > 2n ** 51n, 'a key');
      z.equal(answer.tenantId, '<default>');
    }
  },
};
