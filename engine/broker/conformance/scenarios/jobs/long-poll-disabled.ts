import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a negative request time-out does not wait',
  rule: 'The answer comes at once, with what is there.',
  async run(z) {
    const from = Date.now();
    z.equal(await z.activate('nobody', { requestTimeout: -1 }), []);
    z.ok(Date.now() - from < 2_000, 'it waited');
  },
};
