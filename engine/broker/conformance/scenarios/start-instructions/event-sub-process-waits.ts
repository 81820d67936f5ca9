import { end, eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'event sub-processes of the scopes wait',
  rule: 'Although no start event has completed.',
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
    const instance = await z.create('p', { k: z.name('k') }, { startInstructions: [{ elementId: 'a' }] });
    const a = await z.job('a');
    await z.publish('m', z.name('k'), { ttl: 5000 });
    await z.work('b');
    await z.rejected(z.complete(a), 'NOT_FOUND');
    await z.ended(instance);
  },
};
