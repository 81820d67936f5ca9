import { flow, job, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task with two outgoing flows forks',
  rule: 'All flows are taken; the one last in the document first, so its job has the lower key.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        task('a', job('both')),
        task('b', job('both')),
        flow('start > work'),
        flow('work > a'),
        flow('work > b'),
      ),
    );
    await z.create('p');
    await z.work('work');
    const jobs = await z.jobs('both', 2);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['b', 'a'],
    );
  },
};
