import { catching, duration, eventGateway, flow, message, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing expression of one event stops the gateway',
  rule: 'It waits for none of them until mended.',
  incidents: true,
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
    const instance = await z.create('p', {});
    z.equal(await z.resolve(), 1);
    await z.broadcast('s');
    await z.noJob('bySignal');
    await z.setVariables(instance, { key: '1' });
    await z.resolve();
    await z.broadcast('s');
    await z.job('bySignal');
  },
};
