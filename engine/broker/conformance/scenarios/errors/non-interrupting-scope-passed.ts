import {
  boundary,
  error,
  eventSub,
  flow,
  message,
  nonInterrupting,
  process,
  start,
  sub,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error leaves a non-interrupting event sub-process',
  rule: 'Its scope is not interrupted, so the search goes on outwards.',
  async run(z) {
    const es = eventSub(
      'es',
      start('es-s', nonInterrupting, message('note', '=id')),
      task('again'),
      flow('es-s > again'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('work'), es, flow('s > work')),
        boundary('b', 'sp', error('F')),
        task('outside'),
        flow('start > sp'),
        flow('b > outside'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('note', 'A', { ttl: 10_000 });
    await z.throwError(await z.job('again'), 'F');
    await z.job('outside');
  },
};
