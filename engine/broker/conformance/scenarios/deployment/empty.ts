import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty deployment is refused',
  rule: 'At least one resource is needed.',
  async run(z) {
    await z.rejected(
      z.call('DeployResource', {}),
      'INVALID_ARGUMENT',
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy at least one resource, but none given",
    );
  },
};
