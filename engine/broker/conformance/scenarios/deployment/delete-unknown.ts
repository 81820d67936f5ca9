import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown resource cannot be deleted',
  rule: 'It is not found.',
  async run(z) {
    await z.rejected(
      z.call('DeleteResource', { resourceKey: '2251799999999999' }),
      'NOT_FOUND',
      "Command 'DELETE' rejected with code 'NOT_FOUND': Expected to delete resource but no resource found with key `2251799999999999`",
    );
  },
};
