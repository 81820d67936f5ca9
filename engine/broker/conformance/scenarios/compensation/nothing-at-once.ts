import { compensation, flow, job, manualTask, parallel, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a throw event with nothing to compensate passes in one step',
  rule: 'As a gateway does: it is ahead of a task without work on a parallel branch.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('f'),
        throwing('t', compensation()),
        manualTask('m'),
        task('x', job('work')),
        task('y', job('work')),
        flow('start > f > t > x'),
        flow('f > m > y'),
      ),
    );
    await z.create('p');
    const jobs = await z.jobs('work', 2);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['x', 'y'],
    );
  },
};
