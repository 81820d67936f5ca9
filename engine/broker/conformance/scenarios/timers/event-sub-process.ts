import { duration, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer event sub-process interrupts its scope',
  rule: "The scope's other work is gone; the event sub-process's is done.",
  async run(z) {
    const es = eventSub('es', start('s', duration('PT1S')), task('late'), flow('s > late'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p');
    const work = await z.job('work');
    await z.work('late');
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.ended(instance);
  },
};
