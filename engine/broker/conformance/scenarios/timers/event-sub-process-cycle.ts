import { cycle, end, eventSub, flow, nonInterrupting, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting event sub-process with a cycle runs beside, several times',
  rule: 'Each firing gives an instance of it.',
  async run(z) {
    const es = eventSub(
      'es',
      start('s', nonInterrupting, cycle('R2/PT0.4S')),
      task('tick'),
      flow('s > tick'),
    );
    await z.deploy(process('p', start(), task('work'), es, end(), flow('start > work > end')));
    const instance = await z.create('p');
    for (const job of await z.jobs('tick', 2)) await z.complete(job);
    await z.work('work');
    await z.ended(instance);
  },
};
