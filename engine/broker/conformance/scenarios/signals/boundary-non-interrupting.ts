import { beside, flow, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting signal boundary event runs each time',
  rule: 'The task goes on beside it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('b', 'work', signal('s'), output('=y', 'z')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    await z.broadcast('s', { y: 4 });
    await z.broadcast('s', { y: 5 });
    const jobs = await z.jobs('handle', 2);
    z.equal(jobs[1]?.variables, { z: 5 });
    await z.work('work');
    for (const job of jobs) await z.complete(job);
    await z.broadcast('s');
    await z.ended(instance);
    await z.noJob('handle');
  },
};
