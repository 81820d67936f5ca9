import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a poller is woken by a job that failed with retries',
  rule: 'Whatever makes a job available wakes who waits.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    const poll = z.poll('work', { requestTimeout: 10_000 });
    await z.sleep(150);
    await z.fail(job, { retries: 1 });
    z.equal(
      (await poll.jobs).map(({ key }) => key),
      [job.key],
    );
  },
};
