import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a result of another type than stated fails',
  rule: 'Null is of every type.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('x'), { type: 'string' })));
    const answer = await z.evaluate('d', { x: 1 });
    z.equal(answer.failedDecisionId, 'd');
    z.ok(answer.failureMessage.endsWith("but expected 'string' but found '1'"), answer.failureMessage);
    z.equal((await z.evaluate('d')).decisionOutput, 'null');
  },
};
