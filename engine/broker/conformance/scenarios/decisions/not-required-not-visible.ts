import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision that is not required is not visible',
  rule: 'Its name is null.',
  async run(z) {
    await z.deploy(dmn('drg', decision('a', literal('1')), decision('b', literal('[a]'))));
    z.equal((await z.evaluate('b')).decisionOutput, '[null]');
  },
};
