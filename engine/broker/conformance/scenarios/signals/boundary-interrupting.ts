import { boundary, flow, input, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting signal boundary event ends its task',
  rule: 'The job is gone, the flow of the event goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', input('=1', 'local')),
        boundary('b', 'work', signal('s')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    const work = await z.job('work');
    await z.broadcast('s', { x: 2, local: 3 });
    z.equal((await z.work('handle')).variables, { x: 2, local: 3 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.ended(instance);
  },
};
