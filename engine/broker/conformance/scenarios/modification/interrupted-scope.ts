import { end, eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'in a scope that an event sub-process has interrupted elements can be activated again',
  rule: 'They run beside the event sub-process.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        eventSub('esp', start('es', message('m', '=k')), task('b'), end('e'), flow('es > b > e')),
        end(),
        flow('start > a > end'),
      ),
    );
    const instance = await z.create('p', { k: z.name('k') });
    await z.job('a');
    await z.publish('m', z.name('k'), { ttl: 5000 });
    const b = await z.job('b');
    await z.modify(instance, { activate: [{ elementId: 'a' }] });
    await z.work('a');
    await z.complete(b);
    await z.ended(instance);
  },
};
