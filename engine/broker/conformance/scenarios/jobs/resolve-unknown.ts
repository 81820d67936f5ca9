import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown incident is not found',
  rule: 'The key names no incident.',
  async run(z) {
    await z.rejected(
      z.call('ResolveIncident', { incidentKey: '2251799999999999' }),
      'NOT_FOUND',
      "Command 'RESOLVE' rejected with code 'NOT_FOUND': Expected to resolve incident with key '2251799999999999', but no such incident was found",
    );
  },
};
