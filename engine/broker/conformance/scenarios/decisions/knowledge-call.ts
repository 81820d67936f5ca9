import { decision, dmn, knowledge, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a knowledge model is called like a function',
  rule: 'It stands among the evaluated decisions with key and version -1.',
  async run(z) {
    await z.deploy(
      dmn(
        'drg',
        knowledge('twice', [['n', 'number']], literal('n * 2')),
        decision('d', literal('twice(x) + 1'), { knows: ['twice'] }),
      ),
    );
    const answer = await z.evaluate('d', { x: 2 });
    z.equal(answer.decisionOutput, '5');
    const [model] = answer.evaluatedDecisions;
    z.equal(
      [model.decisionName, model.decisionVersion, model.decisionKey, model.decisionOutput],
      ['twice', -1, '-1', '4'],
    );
    z.equal((await z.evaluate('d', { x: 'a' })).decisionOutput, 'null');
  },
};
