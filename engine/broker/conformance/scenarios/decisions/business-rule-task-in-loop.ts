import { element, line, multi } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a decision for each item of a list',
  rule: 'Each evaluation sees its own item.',
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('item * 2'))));
    const loop = multi({ items: '=[1, 2, 3]', item: 'item', results: 'all', result: '=r' });
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r'), loop)));
    z.equal((await z.result('p')).all, [2, 4, 6]);
  },
};
