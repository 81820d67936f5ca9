import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a long poll without a job ends empty and well',
  rule: 'When the request time-out is over the stream ends with no job and no error.',
  async run(z) {
    const from = Date.now();
    z.equal(await z.activate('nobody', { requestTimeout: 600 }), []);
    const took = Date.now() - from;
    z.ok(took >= 550 && took < 5_000, `it took ${took} ms`);
  },
};
