import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'retries may be updated in any state',
  rule: 'Offered, held or failed: the new number counts from the next time the job is handed out.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work', { timeout: 300 });
    await z.updateRetries(job, 9);
    const again = await z.job('work');
    z.equal(again.retries, 9);
    await z.fail(again, { retries: 1, retryBackOff: 300 });
    await z.updateRetries(again, 5);
    z.equal((await z.work('work')).retries, 5);
  },
};
