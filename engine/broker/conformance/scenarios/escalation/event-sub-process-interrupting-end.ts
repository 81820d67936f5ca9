import { end, escalation, eventSub, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process catches the escalation of a end event beside it',
  rule: 'Everything in the scope ends.',
  async run(z) {
    const es = eventSub('es', start('est', escalation('E')), task('handle'), flow('est > handle'));
    const nodes = [start(), parallel('f'), end('t', escalation('E')), task('work'), task('after'), es];
    await z.deploy(process('p', ...nodes, flow('start > f > work'), flow('f > t')));
    const instance = await z.create('p');
    await z.work('handle');
    await z.ended(instance);
    await z.noJob('after');
    await z.noJob('work');
  },
};
