import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'jobs that were there before the stream are not pushed',
  rule: 'They have to be polled for.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p', { n: 1 });
    const stream = z.stream('work');
    await z.sleep(400);
    await z.create('p', { n: 2 });
    z.equal((await stream.next()).variables, { n: 2 });
    z.equal((await z.job('work')).variables, { n: 1 });
    z.equal(stream.jobs.length, 1);
  },
};
