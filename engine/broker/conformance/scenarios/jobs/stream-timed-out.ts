import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that timed out is pushed again',
  rule: "The deadline of a pushed job is the stream's time-out.",
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work', { timeout: 300 });
    await z.sleep(400);
    await z.create('p');
    const job = await stream.next();
    z.equal((await stream.next()).key, job.key);
  },
};
