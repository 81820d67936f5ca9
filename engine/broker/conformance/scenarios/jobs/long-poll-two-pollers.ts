import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two waiting pollers share the jobs that come',
  rule: 'No job is handed to both.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const polls = [0, 1].map(() => z.poll('work', { requestTimeout: 10_000, maxJobsToActivate: 1 }));
    await z.sleep(200);
    await z.create('p', { n: 1 });
    await z.create('p', { n: 2 });
    const jobs = (await Promise.all(polls.map((poll) => poll.jobs))).flat();
    z.equal(jobs.map(({ variables }) => variables.n).sort(), [1, 2]);
  },
};
