import { line, listener, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a listener without retries is an incident of its job',
  rule: 'After more retries the listener has its turn again, and the task goes on.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('a', listener('start', 's'))));
    const instance = await z.create('p');
    const job = await z.job('s');
    await z.fail(job);
    await z.updateRetries(job, 2);
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('s')).key, job.key);
    await z.work('a');
    await z.ended(instance);
  },
};
