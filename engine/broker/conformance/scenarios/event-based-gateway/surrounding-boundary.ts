import {
  boundary,
  catching,
  duration,
  eventGateway,
  flow,
  message,
  process,
  signal,
  start,
  sub,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event of the surrounding sub-process ends a waiting gateway',
  rule: 'Its events are heard no more.',
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      eventGateway('g'),
      catching('m', message('m', '=key')),
      catching('t', duration('PT1H')),
      catching('s', signal('s')),
      task('byMessage'),
      task('byTimer'),
      task('bySignal'),
      flow('st > g > m > byMessage'),
      flow('g > t > byTimer'),
      flow('g > s > bySignal'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', message('stop', '=key')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { key: '1' });
    await z.publish('stop', '1');
    await z.job('handle');
    await z.broadcast('s');
    await z.publish('m', '1');
    await z.noJob('bySignal');
    await z.noJob('byMessage');
  },
};
