import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'deleting the decision requirements deletes their decisions',
  rule: 'By the key of the file; the version before is the latest again and the number is given anew.',
  async run(z) {
    const file = (text: string) => dmn('drg', decision('d', literal(text)));
    await z.deploy(file('1'));
    const { deployments } = await z.deploy(file('2'));
    const { decisionKey } = deployments[0].decision;
    await z.rejected(z.call('DeleteResource', { resourceKey: decisionKey }), 'NOT_FOUND');
    const resourceKey = deployments[1].decisionRequirements.decisionRequirementsKey;
    await z.call('DeleteResource', { resourceKey });
    z.equal((await z.evaluate('d')).decisionOutput, '1');
    await z.rejected(
      z.call('EvaluateDecision', { decisionKey }),
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${decisionKey}', but no decision found for key '${decisionKey}'`,
    );
    await z.rejected(z.call('DeleteResource', { resourceKey }), 'NOT_FOUND');
    z.equal((await z.deploy(file('3'))).deployments[0].decision.version, 2);
  },
};
