import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message in time stops the timer',
  rule: 'It never fires.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        eventGateway('g'),
        catching('m', message('m', '=key')),
        catching('t', duration('PT1S')),
        catching('s', signal('s')),
        task('byMessage'),
        task('byTimer'),
        task('bySignal'),
        flow('start > g > m > byMessage'),
        flow('g > t > byTimer'),
        flow('g > s > bySignal'),
      ),
    );
    await z.create('p', { key: '1' });
    await z.publish('m', '1');
    await z.job('byMessage');
    await z.noJob('byTimer', 2_000);
  },
};
