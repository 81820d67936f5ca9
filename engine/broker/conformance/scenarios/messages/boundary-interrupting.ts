import { boundary, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting message ends its task',
  rule: "Its variables go to the process, the task's job is gone.",
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', message('stop', '=id')),
        task('after'),
        flow('start > work'),
        flow('b > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    const work = await z.job('work');
    await z.publish('stop', 'A', { ttl: 10_000, variables: { why: 1 } });
    z.equal((await z.job('after')).variables, { id: 'A', why: 1 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
  },
};
