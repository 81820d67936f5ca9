import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision sees the results of those it requires',
  rule: 'They are evaluated first, each as often as it is required.',
  async run(z) {
    await z.deploy(
      dmn(
        'drg',
        decision('a', literal('x + 1')),
        decision('b', literal('a * 2'), { requires: ['a'] }),
        decision('c', literal('a * 3'), { requires: ['a'] }),
        decision('d', literal('b + c'), { requires: ['b', 'c'] }),
      ),
    );
    const answer = await z.evaluate('d', { x: 1 });
    z.equal(answer.decisionOutput, '10');
    z.equal(
      answer.evaluatedDecisions.map((one: { decisionId: string }) => one.decisionId),
      ['a', 'b', 'a', 'c', 'd'],
    );
  },
};
