import { decision, dmn, table } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the answer tells inputs, matched rules and outputs',
  rule: 'Rules count from 1; inputs and outputs are named by label, or by expression and name where there is none.',
  async run(z) {
    await z.deploy(
      dmn(
        'drg',
        decision(
          'd',
          table({
            inputs: ['x'],
            outputs: ['r'],
            rules: [
              [['< 5'], ['"low"']],
              [['>= 5'], ['"high"']],
            ],
          }),
        ),
      ),
    );
    const answer = await z.evaluate('d', { x: 7 });
    z.equal(answer.decisionOutput, '"high"');
    z.equal(answer.failedDecisionId, '');
    const [evaluated] = answer.evaluatedDecisions;
    z.equal(evaluated.decisionType, 'DECISION_TABLE');
    z.equal(evaluated.evaluatedInputs, [{ inputId: 'i0', inputName: 'L0', inputValue: '7' }]);
    z.equal(evaluated.matchedRules.length, 1);
    z.equal(evaluated.matchedRules[0].ruleId, 'r1');
    z.equal(evaluated.matchedRules[0].ruleIndex, 2);
    z.equal(evaluated.matchedRules[0].evaluatedOutputs, [
      { outputId: 'o0', outputName: 'r', outputValue: '"high"' },
    ]);
  },
};
