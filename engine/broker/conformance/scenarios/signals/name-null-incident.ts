import { catching, end, flow, process, signal, start, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal name that is no text is an incident',
  rule: 'Throwing, ending and catching events alike.',
  incidents: true,
  async run(z) {
    for (const [id, node] of [
      ['t', throwing('x', signal('=name'))],
      ['e', end('x', signal('=name'))],
      ['c', catching('x', signal('=name'))],
    ] as const)
      await z.deploy(process(id, start(), node, flow('start > x')));
    for (const id of ['t', 'e']) {
      const instance = await z.create(id);
      z.equal(await z.resolve(), 1, id);
      await z.setVariables(instance, { name: z.name('s') });
      await z.resolve();
      await z.ended(instance);
    }
    const waiting = await z.create('c', { name: 5 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(waiting, { name: z.name('s') });
    await z.resolve();
    await z.broadcast('s');
    await z.ended(waiting);
  },
};
