import { catching, flow, link, parallel, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'several throw events lead to one catch event',
  rule: 'Each token goes on by itself.',
  async run(z) {
    const nodes = [
      start(),
      parallel('f'),
      throwing('t1', link('L')),
      throwing('t2', link('L')),
      catching('c', link('L')),
      task('after'),
    ];
    await z.deploy(process('p', ...nodes, flow('start > f > t1'), flow('f > t2'), flow('c > after')));
    const instance = await z.create('p');
    for (const job of await z.jobs('after', 2)) await z.complete(job);
    await z.ended(instance);
  },
};
