import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that becomes available again is pushed, too',
  rule: 'After a failure with retries the stream gets it again.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work');
    await z.sleep(400);
    await z.create('p');
    const job = await stream.next();
    await z.fail(job, { retries: 2 });
    const again = await stream.next();
    z.equal([again.key, again.retries], [job.key, 2]);
  },
};
