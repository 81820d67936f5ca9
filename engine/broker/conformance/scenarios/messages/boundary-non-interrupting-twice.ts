import { beside, end, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting message may come several times',
  rule: 'Each one starts the branch anew; the task goes on.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('b', 'work', message('note', '=id')),
        task('noted'),
        end(),
        flow('start > work > end'),
        flow('b > noted > end'),
      ),
    );
    const instance = await z.create('p', { id: 'A' });
    const work = await z.job('work');
    for (const n of [1, 2, 3]) await z.publish('note', 'A', { ttl: 10_000, variables: { n } });
    for (const job of await z.jobs('noted', 3)) await z.complete(job);
    await z.complete(work);
    await z.ended(instance);
  },
};
