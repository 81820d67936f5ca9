import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that failed with retries keeps its key and comes back first',
  rule: 'Retried jobs do not queue up at the end.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    for (let n = 0; n < 3; n++) await z.create('p', { n });
    const first = await z.job('work', { maxJobsToActivate: 1 });
    await z.fail(first, { retries: 1 });
    const jobs = await z.jobs('work', 3);
    z.equal(
      jobs.map(({ variables }) => variables.n),
      [0, 1, 2],
    );
  },
};
