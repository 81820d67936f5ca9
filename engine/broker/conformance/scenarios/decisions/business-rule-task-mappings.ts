import { element, input, line, output } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'mappings apply around the decision',
  rule: 'Input mappings give it variables, output mappings take the result; then it goes nowhere else.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('x * 2'))));
    const mapped = element('businessRuleTask', 't', calls('d', 'r'), input('=y', 'x'), output('=r', 'z'));
    await z.deploy(line('p', mapped));
    z.equal(await z.result('p', { y: 2 }), { y: 2, z: 4 });
  },
};
