import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job whose back-off is over is pushed',
  rule: 'The stream gets it when the time has come.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work');
    await z.sleep(400);
    await z.create('p');
    const job = await stream.next();
    await z.fail(job, { retries: 2, retryBackOff: 500 });
    z.equal((await stream.next()).key, job.key);
  },
};
