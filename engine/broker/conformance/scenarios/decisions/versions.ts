import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a changed file is a new version of all its decisions',
  rule: 'The same file is not; the latest version is evaluated by id, any by key.',
  async run(z) {
    const file = (text: string) => dmn('drg', decision('d', literal(text)), decision('e', literal('0')));
    const first = (await z.deploy(file('1'))).deployments;
    z.equal((await z.deploy(file('1'))).deployments[0].decision.decisionKey, first[0].decision.decisionKey);
    const second = (await z.deploy(file('2'))).deployments;
    z.equal(
      second.map((one: { decision?: { version: number } }) => one.decision?.version),
      [2, 2, undefined],
    );
    z.equal(second[2].decisionRequirements.version, 2);
    z.equal((await z.evaluate('d')).decisionOutput, '2');
    const { decisionKey } = first[0].decision;
    z.equal((await z.call('EvaluateDecision', { decisionKey })).decisionOutput, '1');
    const both = await z.call('EvaluateDecision', { decisionKey, decisionId: z.name('d') });
    z.equal(both.decisionOutput, '2', 'the id wins');
  },
};
