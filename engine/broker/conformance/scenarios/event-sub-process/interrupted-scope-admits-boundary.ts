import { boundary, eventSub, flow, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process interrupted inside still has its boundary events',
  rule: 'The boundary event ends it all.',
  async run(z) {
    const es = eventSub('es', start('es-s', message('m1', '=id')), task('one'), flow('es-s > one'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('work'), es, flow('s > work')),
        boundary('b', 'sp', message('m2', '=id')),
        task('after'),
        flow('start > sp'),
        flow('b > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.job('work');
    await z.publish('m1', 'A', { ttl: 5_000 });
    const one = await z.job('one');
    await z.publish('m2', 'A', { ttl: 5_000 });
    await z.job('after');
    await z.rejected(z.complete(one), 'NOT_FOUND');
  },
};
