import { boundary, call, error, eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error of an interrupted called instance reaches the call activity',
  rule: 'Only the scopes inside the called process are passed over.',
  async run(z) {
    const es = eventSub('es', start('es-s', message('stop', '=id')), task('again'), flow('es-s > again'));
    await z.deploy(process('c', start(), task('work'), es, flow('start > work')));
    await z.deploy(
      process(
        'p',
        start(),
        call('called', 'c'),
        boundary('b', 'called', error('F')),
        task('outside'),
        flow('start > called'),
        flow('b > outside'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.job('work');
    await z.publish('stop', 'A', { ttl: 10_000 });
    await z.throwError(await z.job('again'), 'F');
    await z.job('outside');
  },
};
