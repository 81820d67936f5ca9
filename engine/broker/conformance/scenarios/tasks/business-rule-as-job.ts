import { element, job, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a business rule task may be a job',
  rule: 'With a task definition it behaves like a service task.',
  async run(z) {
    await z.deploy(line('p', element('businessRuleTask', 'r', job('r'))));
    const instance = await z.create('p');
    await z.work('r');
    await z.ended(instance);
  },
};
