import { element, line, task } from '../../bpmn.ts';
import { calls, decision, dmn, literal } from '../../dmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown decision is an incident',
  rule: 'Once it is deployed, resolving goes on.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', element('businessRuleTask', 't', calls('d', 'r')), task('after')));
    await z.create('p', { x: 1 });
    z.equal(await z.resolve(), 1);
    await z.deploy(dmn('drg', decision('d', literal('x + 1'))));
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables, { x: 1, r: 2 });
  },
};
