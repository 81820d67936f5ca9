import {
  catching,
  duration,
  eventGateway,
  flow,
  message,
  output,
  process,
  signal,
  start,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping stops the catch event behind the gateway',
  rule: 'The gateway is over: another event changes nothing. After mending the variables of the message are mapped.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        eventGateway('g'),
        catching('m', message('m', '=key'), output('=assert(y, ok)', 'o')),
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
    const instance = await z.create('p', { key: '1', ok: false });
    await z.publish('m', '1', { variables: { y: 2 } });
    z.equal(await z.resolve(), 1);
    await z.broadcast('s');
    await z.noJob('bySignal');
    await z.setVariables(instance, { ok: true });
    await z.resolve();
    z.equal((await z.job('byMessage')).variables, { key: '1', ok: true, o: 2 });
  },
};
