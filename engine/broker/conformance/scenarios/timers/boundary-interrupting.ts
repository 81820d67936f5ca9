import { boundary, duration, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting timer ends its task',
  rule: 'The job is gone, the flow of the boundary event goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('late', 'work', duration('PT1S')),
        task('after'),
        end(),
        flow('start > work > end'),
        flow('late > after'),
      ),
    );
    const instance = await z.create('p');
    const work = await z.job('work');
    await z.work('after');
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.ended(instance);
  },
};
