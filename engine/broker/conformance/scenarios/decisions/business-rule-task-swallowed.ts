import { element, input, line } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an input mapping of that name swallows the result',
  rule: 'It is updated where it is.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('"new"'))));
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r'), input('="old"', 'r'))));
    z.equal(await z.result('p'), {});
  },
};
