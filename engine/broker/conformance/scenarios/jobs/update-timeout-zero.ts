import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a time-out of zero offers the job again',
  rule: 'Zero and negative time-outs are accepted: the deadline has passed.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work', { timeout: 60_000 });
    await z.call('UpdateJobTimeout', { jobKey: job.key, timeout: 0 });
    z.equal((await z.job('work')).key, job.key);
  },
};
