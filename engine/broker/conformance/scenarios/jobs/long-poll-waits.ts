import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a long poll gets a job that appears while it waits',
  rule: 'The call stays open until a job is there.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const poll = z.poll('work', { requestTimeout: 10_000 });
    await z.sleep(200);
    await z.create('p', { a: 1 });
    const jobs = await poll.jobs;
    z.equal(
      jobs.map(({ variables }) => variables),
      [{ a: 1 }],
    );
  },
};
