import { eventSub, flow, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process inside a sub-process ends with it',
  rule: 'Completing it completes the sub-process, and the flow goes on.',
  async run(z) {
    const es = eventSub('es', start('es-s', message('stop', '=id')), task('inside'), flow('es-s > inside'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('work'), es, flow('s > work')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.job('work');
    await z.publish('stop', 'A', { ttl: 5_000, variables: { v: 1 } });
    await z.work('inside');
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
