import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job failed without retries waits for somebody: new retries, then resolve',
  rule: 'Failing with retries 0 raises an incident. Resolving is refused until the job has retries again, and offers the job anew.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { errorMessage: 'no disk' });
    await z.noJob('work');
    const incidentKey = await z.incidentOf(job);
    await z.rejected(
      z.call('ResolveIncident', { incidentKey }),
      'NOT_FOUND',
      `Command 'RESOLVE' rejected with code 'NOT_FOUND': Expected to resolve incident with key '${incidentKey}', but job with key '${job.key}' has no retries left. Please update the job retries and retry resolving the incident`,
    );
    await z.updateRetries(job, 2);
    await z.noJob('work');
    z.equal(await z.resolve(), 1);
    const again = await z.work('work');
    z.equal(again.key, job.key);
    z.equal(again.retries, 2);
    await z.ended(instance);
  },
};
