import { eventSub, flow, nonInterrupting, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting event sub-process begins with every signal',
  rule: 'The scope goes on and ends when all have ended.',
  async run(z) {
    const es = eventSub('es', start('st', nonInterrupting, signal('s')), task('handle'), flow('st > handle'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p');
    await z.broadcast('s', { n: 1 });
    await z.broadcast('s', { n: 2 });
    const jobs = await z.jobs('handle', 2);
    await z.work('work');
    await z.running(instance);
    for (const job of jobs) await z.complete(job);
    await z.ended(instance);
  },
};
