import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event-based gateway goes on with the message that comes first',
  rule: 'Its variables go to the instance; the other events are heard no more.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        eventGateway('g'),
        catching('m', message('m', '=key')),
        catching('t', duration('PT1H')),
        catching('s', signal('s')),
        task('byMessage'),
        task('byTimer'),
        task('bySignal'),
        flow('start > g > m > byMessage'),
        flow('g > t > byTimer'),
        flow('g > s > bySignal'),
      ),
    );
    const instance = await z.create('p', { key: '1', y: 0 });
    await z.publish('m', 'other');
    await z.publish('m', '1', { variables: { y: 2, z: 3 } });
    const job = await z.job('byMessage');
    z.equal(job.variables, { key: '1', y: 2, z: 3 });
    await z.broadcast('s');
    await z.publish('m', '1');
    await z.noJob('bySignal');
    await z.noJob('byMessage');
    await z.complete(job);
    await z.ended(instance);
  },
};
