import { eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message event sub-process interrupts its scope',
  rule: "The message's variables go to the process.",
  async run(z) {
    const es = eventSub('es', start('s', message('stop', '=id')), task('inside'), flow('s > inside'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p', { id: 'A' });
    const work = await z.job('work');
    await z.publish('stop', 'A', { ttl: 10_000, variables: { v: 1 } });
    z.equal((await z.work('inside')).variables, { id: 'A', v: 1 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.ended(instance);
  },
};
