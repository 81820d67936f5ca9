import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cancelled gateway hears nothing',
  rule: 'The message stays for others.',
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
    const instance = await z.create('p', { key: '1' });
    await z.cancel(instance);
    await z.ended(instance);
    await z.publish('m', '1', { ttl: 60_000 });
    await z.broadcast('s');
    await z.noJob('byMessage');
    await z.noJob('bySignal');
    await z.create('p', { key: '1' });
    await z.job('byMessage');
  },
};
