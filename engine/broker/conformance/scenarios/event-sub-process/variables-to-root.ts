import { eventSub, flow, input, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of a trigger go up to the root',
  rule: "Nothing stays in the event sub-process's own scope, unless a scope on the way has the name.",
  async run(z) {
    const es = eventSub('es', start('es-s', message('stop', '=id')), task('inside'), flow('es-s > inside'));
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=0', 'local'), start('s'), task('work'), es, flow('s > work')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.job('work');
    await z.publish('stop', 'A', { ttl: 5_000, variables: { v: 1, local: 2 } });
    z.equal((await z.work('inside')).variables, { local: 2, id: 'A', v: 1 });
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
