import { escalation, eventSub, flow, nonInterrupting, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting event sub-process runs beside the escalation of a throw event',
  rule: 'The scope waits for it.',
  async run(z) {
    const es = eventSub(
      'es',
      start('est', nonInterrupting, escalation('E')),
      task('handle'),
      flow('est > handle'),
    );
    await z.deploy(
      process('p', start(), throwing('t', escalation('E')), task('after'), es, flow('start > t > after')),
    );
    const instance = await z.create('p');
    const [after, handle] = [await z.job('after'), await z.job('handle')];
    z.ok(BigInt(after.key) < BigInt(handle.key), 'the flow goes on first');
    await z.complete(after);
    await z.running(instance);
    await z.complete(handle);
    await z.ended(instance);
  },
};
