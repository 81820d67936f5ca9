import { end, eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process can be activated',
  rule: 'Nothing is interrupted, and the start event still waits.',
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
    const a = await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'esp' }] });
    await z.work('b');
    await z.complete(a);
    await z.ended(instance);
  },
};
