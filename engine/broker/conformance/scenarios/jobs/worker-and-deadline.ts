import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job names the worker and the deadline',
  rule: 'The deadline is now plus the time-out, in epoch milliseconds.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const before = Date.now();
    const job = await z.job('work', { worker: 'me', timeout: 30_000 });
    z.equal(job.worker, 'me');
    z.ok(
      Math.abs(Number(job.deadline) - before - 30_000) < 5_000,
      `deadline ${job.deadline} is not 30 s after ${before}`,
    );
  },
};
