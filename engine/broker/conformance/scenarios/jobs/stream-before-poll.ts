import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a stream goes before waiting polls',
  rule: 'With both open the stream gets the job.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const poll = z.poll('work', { requestTimeout: 1500 });
    const stream = z.stream('work');
    await z.sleep(400);
    await z.create('p');
    await stream.next();
    z.equal(await poll.jobs, []);
  },
};
