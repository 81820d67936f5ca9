import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error boundary event catches the error of its task',
  rule: 'The task is terminated, its job gone, and the flow of the boundary event goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('E1')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { a: 1 });
    const work = await z.job('work');
    await z.throwError(work, 'E1');
    z.equal((await z.work('handle')).variables, { a: 1 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.ended(instance);
  },
};
