import { eventSub, flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process begins by signal',
  rule: 'Everything else in its scope ends; it takes no second one.',
  async run(z) {
    const es = eventSub('es', start('st', signal('s')), task('handle'), flow('st > handle'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p', { x: 1 });
    const work = await z.job('work');
    await z.broadcast('s', { x: 2, y: 1 });
    await z.broadcast('s', { x: 3 });
    const [handle] = await z.jobs('handle', 1);
    z.equal(handle?.variables, { x: 2, y: 1 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
    await z.noJob('handle');
    await z.complete(handle as { key: string });
    await z.ended(instance);
  },
};
