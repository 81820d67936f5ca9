import { element, line } from '../../bpmn.ts';
import { calls } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance stopped at a decision can be cancelled',
  rule: 'Its incident goes with it.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r'))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.cancel(instance);
    await z.ended(instance);
  },
};
