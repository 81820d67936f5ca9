import {
  catching,
  duration,
  eventGateway,
  eventSub,
  flow,
  message,
  process,
  signal,
  start,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process ends a waiting gateway',
  rule: 'Also when both wait for the same signal: the scope hears it first.',
  async run(z) {
    const es = eventSub('es', start('est', signal('s')), task('handle'), flow('est > handle'));
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
        es,
        flow('start > g > m > byMessage'),
        flow('g > t > byTimer'),
        flow('g > s > bySignal'),
      ),
    );
    await z.create('p', { key: '1' });
    await z.broadcast('s');
    await z.job('handle');
    await z.noJob('bySignal');
    await z.publish('m', '1');
    await z.noJob('byMessage');
  },
};
