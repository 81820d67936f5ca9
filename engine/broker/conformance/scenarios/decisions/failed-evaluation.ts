import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failed evaluation is an answer',
  rule: 'OK with the id of the decision that failed, the reason and an empty output.',
  async run(z) {
    await z.deploy(
      dmn(
        'drg',
        decision('a', literal('assert(x, x > 0, "no")')),
        decision('b', literal('a'), { requires: ['a'] }),
      ),
    );
    const answer = await z.evaluate('b', { x: -1 });
    z.equal(answer.decisionOutput, '');
    z.equal(answer.failedDecisionId, 'a');
    z.ok(
      answer.failureMessage.endsWith(
        'but Assertion failure on evaluate the expression \'assert(x, x > 0, "no")\': no',
      ),
      answer.failureMessage,
    );
    z.equal(answer.evaluatedDecisions.length, 1);
    z.equal(answer.evaluatedDecisions[0].decisionOutput, 'null');
  },
};
