import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that waits for its back-off cannot be completed',
  rule: 'While a job is failed with a back-off it is not active: complete, fail and throw are refused.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: 1, retryBackOff: 60_000 });
    await z.rejected(
      z.complete(job),
      'FAILED_PRECONDITION',
      `Command 'COMPLETE' rejected with code 'INVALID_STATE': Expected to complete job with key '${job.key}', but it is in state 'FAILED'`,
    );
    await z.rejected(
      z.fail(job, { retries: 1 }),
      'FAILED_PRECONDITION',
      `Command 'FAIL' rejected with code 'INVALID_STATE': Expected to fail job with key '${job.key}', but it is in state 'FAILED'`,
    );
    await z.rejected(
      z.throwError(job, 'e'),
      'FAILED_PRECONDITION',
      `Command 'THROW_ERROR' rejected with code 'INVALID_STATE': Expected to throw an error for job with key '${job.key}', but it is in state 'FAILED'`,
    );
  },
};
