import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a deployment tells all decisions, then the decision requirements',
  rule: 'Each has its own key, version and id.',
  async run(z) {
    const { deployments } = await z.deploy(
      dmn('drg', decision('a', literal('1')), decision('b', literal('2'))),
    );
    z.equal(deployments.length, 3);
    const [a, b, drg] = deployments;
    z.equal([a.decision.dmnDecisionName, b.decision.dmnDecisionName].sort(), ['a', 'b']);
    z.equal([a.decision.version, a.decision.dmnDecisionId], [1, a.decision.dmnDecisionName]);
    z.ok(a.decision.decisionKey < b.decision.decisionKey, 'keys in the order of the answer');
    z.equal(a.decision.decisionRequirementsKey, drg.decisionRequirements.decisionRequirementsKey);
    z.equal(a.decision.dmnDecisionRequirementsId, 'drg');
    z.equal(drg.decisionRequirements.dmnDecisionRequirementsName, 'drg');
    z.equal(drg.decisionRequirements.resourceName, 'drg.dmn');
    z.equal(drg.decisionRequirements.version, 1);
  },
};
