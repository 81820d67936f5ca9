import { beside, duration, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting timer runs beside the task',
  rule: 'The task goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('tick', 'work', duration('PT1S')),
        task('ticked'),
        end(),
        flow('start > work > end'),
        flow('tick > ticked'),
      ),
    );
    const instance = await z.create('p');
    const work = await z.job('work');
    await z.work('ticked');
    await z.complete(work);
    await z.ended(instance);
  },
};
