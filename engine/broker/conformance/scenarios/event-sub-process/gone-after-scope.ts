import { eventSub, flow, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completed scope listens no more',
  rule: 'A message that comes late reaches nobody.',
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
    await z.work('work');
    await z.job('after');
    await z.publish('stop', 'A');
    await z.noJob('inside');
  },
};
