import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'jobs are handed out by ascending key',
  rule: 'The oldest job of a type comes first, whoever fetches.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    for (let n = 0; n < 5; n++) await z.create('p', { n });
    const jobs = await z.jobs('work', 5);
    z.equal(
      jobs.map(({ variables }) => variables.n),
      [0, 1, 2, 3, 4],
    );
  },
};
