import { element, job, line } from '../../bpmn.ts';
import { calls } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called decision needs an id and a result variable',
  rule: 'Exactly one of called decision and job.',
  async run(z) {
    const refused = async (reason: string | RegExp, ...parts: string[]) =>
      z.rejected(z.deploy(line('p', element('businessRuleTask', 't', ...parts))), 'INVALID_ARGUMENT', reason);
    await refused(/ERROR: Expected expression but not found\./, '<zeebe:calledDecision resultVariable="r"/>');
    await refused(
      /ERROR: Attribute 'resultVariable' must be present and not empty/,
      '<zeebe:calledDecision decisionId="d"/>',
    );
    const either =
      /ERROR: Must have either one 'zeebe:calledDecision' or one 'zeebe:taskDefinition' extension element/;
    await refused(either);
    await refused(either, calls('d', 'r'), job('work'));
  },
};
