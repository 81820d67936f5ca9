import { element, job, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script task may be a job instead',
  rule: 'With a task definition it behaves like a service task.',
  async run(z) {
    await z.deploy(line('p', element('scriptTask', 's', job('s'))));
    const instance = await z.create('p');
    await z.work('s');
    await z.ended(instance);
  },
};
