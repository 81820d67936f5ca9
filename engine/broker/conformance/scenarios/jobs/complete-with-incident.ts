import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job without retries cannot be completed',
  rule: 'Its state is failed until the incident is resolved.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job);
    await z.rejected(
      z.complete(job),
      'FAILED_PRECONDITION',
      `Expected to complete job with key '${job.key}', but it is in state 'FAILED'`,
    );
    await z.updateRetries(job, 1);
    await z.rejected(
      z.complete(job),
      'FAILED_PRECONDITION',
      `Expected to complete job with key '${job.key}', but it is in state 'FAILED'`,
    );
  },
};
