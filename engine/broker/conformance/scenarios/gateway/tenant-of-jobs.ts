import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'jobs of another tenant are refused where there are none',
  rule: 'For polls and streams.',
  async run(z) {
    await z.rejected(
      z.activate('work', { tenantIds: ['other'] }),
      'INVALID_ARGUMENT',
      /multi-tenancy is disabled/,
    );
    await z.rejected(
      z.call('StreamActivatedJobs', { type: 'x', timeout: 1000, tenantIds: ['other'] }),
      'INVALID_ARGUMENT',
      /multi-tenancy is disabled/,
    );
    z.equal(await z.activate('work', { tenantIds: ['<default>'] }), []);
  },
};
