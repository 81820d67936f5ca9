import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a changed file is a new version of all its decisions',
  rule: 'The same file is not; the latest version is evaluated by id, any by key.',
  async run(z) {
    const file = (text: string) => dmn('drg', decision('d', literal(text)), decision('e', literal('0')));
    interface Entry {
      readonly decision?: {
        readonly dmnDecisionId: string;
        readonly decisionKey: string;
        readonly version: number;
      };
    }
    const deployed = async (text: string) => {
      const { deployments } = await z.deploy(file(text));
      return {
        d: deployments.find(({ decision: one }: Entry) => one?.dmnDecisionId === 'd').decision,
        versions: deployments.map(({ decision: one }: Entry) => one?.version),
        drg: deployments[2].decisionRequirements,
      };
    };
    const first = await deployed('1');
    z.equal((await deployed('1')).d.decisionKey, first.d.decisionKey);
    const second = await deployed('2');
    z.equal(second.versions, [2, 2, undefined]);
    z.equal(second.drg.version, 2);
    z.equal((await z.evaluate('d')).decisionOutput, '2');
    const { decisionKey } = first.d;
    z.equal((await z.call('EvaluateDecision', { decisionKey })).decisionOutput, '1');
    const both = await z.call('EvaluateDecision', { decisionKey, decisionId: z.name('d') });
    z.equal(both.decisionOutput, '2', 'the id wins');
  },
};
