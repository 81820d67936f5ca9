import { end, eventSub, flow, message, nonInterrupting, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting message event sub-process may run several times',
  rule: 'Each message gives one instance of it; the scope waits for them.',
  async run(z) {
    const es = eventSub(
      'es',
      start('s', nonInterrupting, message('note', '=id')),
      task('inside'),
      flow('s > inside'),
    );
    await z.deploy(process('p', start(), task('work'), es, end(), flow('start > work > end')));
    const instance = await z.create('p', { id: 'A' });
    for (const n of [1, 2]) await z.publish('note', 'A', { ttl: 10_000, variables: { n } });
    const inside = await z.jobs('inside', 2);
    await z.work('work');
    await z.running(instance);
    for (const job of inside) await z.complete(job);
    await z.ended(instance);
  },
};
