import { escalation, eventSub, flow, nonInterrupting, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting event sub-process hears the escalation that it throws itself',
  rule: 'It starts once more.',
  async run(z) {
    const es = eventSub(
      'es',
      start('est', nonInterrupting, escalation('E')),
      task('handle'),
      throwing('t2', escalation('E')),
      flow('est > handle > t2'),
    );
    await z.deploy(process('p', start(), throwing('t', escalation('E')), es, flow('start > t')));
    const instance = await z.create('p');
    await z.work('handle');
    const again = await z.job('handle');
    await z.cancel(instance);
    await z.rejected(z.complete(again), 'NOT_FOUND');
  },
};
