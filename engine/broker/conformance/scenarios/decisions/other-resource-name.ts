import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the same content under another name is a new version',
  rule: 'As for processes.',
  async run(z) {
    const file = dmn('drg', decision('d', literal('1')));
    await z.deploy(file);
    const { deployments } = await z.deploy({ ...file, name: 'other.dmn' });
    z.equal([deployments[0].decision.version, deployments[1].decisionRequirements.version], [2, 2]);
  },
};
