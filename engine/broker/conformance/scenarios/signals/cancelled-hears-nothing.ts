import { beside, catching, flow, parallel, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cancelled instance hears no signal',
  rule: 'Neither its catch event nor a boundary event.',
  async run(z) {
    const nodes = [
      start(),
      parallel('f'),
      catching('c', signal('s')),
      task('after'),
      task('work'),
      beside('b', 'work', signal('s')),
      task('handle'),
    ];
    await z.deploy(
      process('p', ...nodes, flow('start > f > c > after'), flow('f > work'), flow('b > handle')),
    );
    const instance = await z.create('p');
    await z.job('work');
    await z.cancel(instance);
    await z.ended(instance);
    await z.broadcast('s');
    await z.noJob('after');
    await z.noJob('handle');
  },
};
