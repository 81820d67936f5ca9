import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failed job with retries left is offered again at once',
  rule: 'Without a back-off the job is there for the next worker, with the retries the failing one gave.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: 8, errorMessage: 'again' });
    const again = await z.work('work');
    z.equal([again.key, again.retries], [job.key, 8]);
    await z.ended(instance);
  },
};
