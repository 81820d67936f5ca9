import { decision, dmn, invocation, knowledge, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boxed invocation binds the parameters',
  rule: 'A parameter that is not there fails.',
  async run(z) {
    const model = knowledge('add', [['a'], ['b']], literal('a + b'));
    await z.deploy(
      dmn('drg', model, decision('d', invocation('add', { a: 'x', b: '2' }), { knows: ['add'] })),
      dmn(
        'other',
        model.replaceAll('add', 'sum'),
        decision('e', invocation('sum', { a: 'x' }), { knows: ['sum'] }),
      ),
    );
    const answer = await z.evaluate('d', { x: 1 });
    z.equal(answer.decisionOutput, '3');
    z.equal(answer.evaluatedDecisions[1].decisionType, 'INVOCATION');
    const { failureMessage } = await z.evaluate('e', { x: 1 });
    z.ok(failureMessage.endsWith("but no parameter found with name 'b'"), failureMessage);
  },
};
