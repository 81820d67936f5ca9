import { catching, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'of two events of one instance the one with the older subscription gets the message',
  rule: 'Behind a fork that is the branch last in the document.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        catching('a', message('order', '=id')),
        catching('b', message('order', '=id')),
        task('fromA'),
        task('fromB'),
        flow('start > a'),
        flow('start > b'),
        flow('a > fromA'),
        flow('b > fromB'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 30_000 });
    await z.work('fromB');
    await z.noJob('fromA');
    await z.publish('order', 'A', { ttl: 30_000 });
    await z.work('fromA');
  },
};
