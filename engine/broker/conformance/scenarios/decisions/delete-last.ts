import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'after the only version is deleted there is no decision',
  rule: 'A new deployment begins at version 1.',
  async run(z) {
    const file = dmn('drg', decision('d', literal('1')));
    const { deployments } = await z.deploy(file);
    await z.call('DeleteResource', {
      resourceKey: deployments[1].decisionRequirements.decisionRequirementsKey,
    });
    await z.rejected(z.evaluate('d'), 'INVALID_ARGUMENT', /no decision found for id/);
    z.equal((await z.deploy(file)).deployments[0].decision.version, 1);
  },
};
