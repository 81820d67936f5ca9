import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the time-out of a job that nobody holds cannot be updated',
  rule: 'The job has to be active.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: 1 });
    await z.rejected(
      z.call('UpdateJobTimeout', { jobKey: job.key, timeout: 1000 }),
      'FAILED_PRECONDITION',
      `Command 'UPDATE_TIMEOUT' rejected with code 'INVALID_STATE': Expected to update the timeout of job with key '${job.key}', but it is not active`,
    );
  },
};
