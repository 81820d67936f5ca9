import { escalation, eventSub, flow, parallel, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process catches the escalation of a throw event beside it',
  rule: 'Everything in the scope ends.',
  async run(z) {
    const es = eventSub('es', start('est', escalation('E')), task('handle'), flow('est > handle'));
    const nodes = [start(), parallel('f'), throwing('t', escalation('E')), task('work'), task('after'), es];
    await z.deploy(process('p', ...nodes, flow('start > f > work'), flow('f > t'), flow('t > after')));
    const instance = await z.create('p');
    await z.work('handle');
    await z.ended(instance);
    await z.noJob('after');
    await z.noJob('work');
  },
};
