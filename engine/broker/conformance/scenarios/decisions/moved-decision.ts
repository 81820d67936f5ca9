import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision keeps counting when it moves to another file',
  rule: 'And the old file is no duplicate any more.',
  async run(z) {
    const file = (id: string) => dmn(id, decision('d', literal('1')));
    await z.deploy(file('one'));
    z.equal((await z.deploy(file('two'))).deployments[0].decision.version, 2);
    const { deployments } = await z.deploy(file('one'));
    z.equal([deployments[0].decision.version, deployments[1].decisionRequirements.version], [3, 2]);
  },
};
