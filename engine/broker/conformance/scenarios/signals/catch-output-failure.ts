import { catching, flow, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping stops a signal catch event that has caught',
  rule: 'A second signal changes nothing; after mending it goes on with the first.',
  incidents: true,
  async run(z) {
    const c = catching('c', signal('s'), output('=assert(v, ok)', 'got'));
    await z.deploy(process('p', start(), c, task('after'), flow('start > c > after')));
    const instance = await z.create('p', { ok: false });
    await z.broadcast('s', { v: 1 });
    z.equal(await z.resolve(), 1);
    await z.broadcast('s', { v: 2 });
    await z.noJob('after');
    await z.setVariables(instance, { ok: true });
    await z.resolve();
    z.equal((await z.job('after')).variables, { ok: true, got: 1 });
  },
};
