import {
  catching,
  duration,
  eventGateway,
  flow,
  input,
  message,
  output,
  process,
  signal,
  start,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a catch event behind the gateway maps its outputs',
  rule: 'Its input mappings are ignored: the gateway waits in its place.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        eventGateway('g'),
        catching(
          'm',
          message('m', '=key'),
          input('="in"', 'local'),
          output('=y', 'o'),
          output('=local', 'l'),
        ),
        catching('t', duration('PT1H')),
        catching('s', signal('s'), input('=5', 'key')),
        task('byMessage'),
        task('byTimer'),
        task('bySignal'),
        flow('start > g > m > byMessage'),
        flow('g > t > byTimer'),
        flow('g > s > bySignal'),
      ),
    );
    await z.create('p', { key: '1', y: 0 });
    await z.publish('m', '1', { variables: { y: 2, z: 3 } });
    z.equal((await z.job('byMessage')).variables, { key: '1', y: 0, o: 2, l: null });
    await z.create('p', { key: '2', y: 0 });
    await z.broadcast('s', { y: 4 });
    z.equal((await z.job('bySignal')).variables, { key: '2', y: 4 });
  },
};
