import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two streams share the jobs',
  rule: 'Each job goes to one of them only.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const streams = [z.stream('work'), z.stream('work')];
    await z.sleep(400);
    for (let n = 0; n < 6; n++) await z.create('p', { n });
    await z.sleep(400);
    const all = streams.flatMap((stream) => stream.jobs.map(({ variables }) => variables.n));
    z.equal(all.sort(), [0, 1, 2, 3, 4, 5]);
  },
};
