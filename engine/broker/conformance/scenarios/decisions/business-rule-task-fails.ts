import { element, line, task } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing decision is an incident',
  rule: 'Resolving evaluates again.',
  incidents: true,
  async run(z) {
    await z.deploy(dmn('drg', decision('d', literal('assert(x, x > 0)'))));
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r')), task('after')));
    const instance = await z.create('p', { x: 0 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 1 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables, { x: 1, r: 1 });
  },
};
