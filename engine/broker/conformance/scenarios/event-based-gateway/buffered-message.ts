import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a buffered message is taken as soon as the gateway waits',
  rule: 'If it is due before the others.',
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
    await z.publish('m', '1', { ttl: 60_000, variables: { y: 1 } });
    await z.create('p', { key: '1' });
    z.equal((await z.job('byMessage')).variables, { key: '1', y: 1 });
  },
};
