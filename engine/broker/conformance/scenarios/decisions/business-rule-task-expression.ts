import { element, line } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the decision may be named by an expression',
  rule: 'Its latest version at that moment.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('x * 2'))));
    await z.deploy(line('p', element('businessRuleTask', 't', calls('=which', 'r'))));
    z.equal((await z.result('p', { x: 2, which: z.name('d') })).r, 4);
    await z.deploy(dmn('drg', decision('d', literal('x * 3'))));
    z.equal((await z.result('p', { x: 2, which: z.name('d') })).r, 6);
  },
};
