import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job may be completed without having been activated',
  rule: 'Its key is enough: a job that is offered may be completed after a time-out even when nobody holds it.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: 1 });
    await z.complete(job, { done: true });
    await z.ended(instance);
  },
};
