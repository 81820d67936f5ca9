import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event-based gateway goes on when the time is over',
  rule: 'Messages and signals are heard no more.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        eventGateway('g'),
        catching('m', message('m', '=key')),
        catching('t', duration('PT0.2S')),
        catching('s', signal('s')),
        task('byMessage'),
        task('byTimer'),
        task('bySignal'),
        flow('start > g > m > byMessage'),
        flow('g > t > byTimer'),
        flow('g > s > bySignal'),
      ),
    );
    const instance = await z.create('p', { key: '1' });
    const job = await z.job('byTimer');
    await z.broadcast('s');
    await z.publish('m', '1');
    await z.noJob('bySignal');
    await z.noJob('byMessage');
    await z.complete(job);
    await z.ended(instance);
  },
};
