import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a stream gets new jobs without asking',
  rule: 'Jobs created while the stream is open are pushed, activated for its worker.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const stream = z.stream('work', { worker: 'streamer' });
    await z.sleep(400);
    const instance = await z.create('p', { a: 1 });
    const job = await stream.next();
    z.equal([job.worker, job.variables], ['streamer', { a: 1 }]);
    await z.complete(job);
    await z.ended(instance);
  },
};
