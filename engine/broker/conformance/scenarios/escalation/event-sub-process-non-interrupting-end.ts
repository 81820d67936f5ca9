import { end, escalation, eventSub, flow, nonInterrupting, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting event sub-process runs beside the escalation of a end event',
  rule: 'The scope waits for it.',
  async run(z) {
    const es = eventSub(
      'es',
      start('est', nonInterrupting, escalation('E')),
      task('handle'),
      flow('est > handle'),
    );
    await z.deploy(process('p', start(), end('t', escalation('E')), es, flow('start > t')));
    const instance = await z.create('p');
    const handle = await z.job('handle');
    await z.running(instance);
    await z.complete(handle);
    await z.ended(instance);
  },
};
