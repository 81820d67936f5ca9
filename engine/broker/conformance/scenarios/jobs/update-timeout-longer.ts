import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a longer time-out keeps the job with its worker',
  rule: 'The new deadline is now plus the time-out.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work', { timeout: 800 });
    await z.call('UpdateJobTimeout', { jobKey: job.key, timeout: 60_000 });
    await z.noJob('work', 2500);
  },
};
