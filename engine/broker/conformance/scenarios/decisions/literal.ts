import { decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a literal expression is evaluated with the variables',
  rule: 'The output is JSON; a missing variable is null.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('if x = null then "none" else x + 1'))));
    z.equal((await z.evaluate('d', { x: 1 })).decisionOutput, '2');
    z.equal((await z.evaluate('d')).decisionOutput, '"none"');
  },
};
