import { eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a key that cannot be evaluated stops the start event of the scope',
  rule: 'No flow is taken while the incident stands.',
  incidents: true,
  async run(z) {
    const es = eventSub('es', start('s', message('stop', '=id')), task('inside'), flow('s > inside'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p');
    await z.noJob('work');
    await z.setVariables(instance, { id: 'A' });
    z.equal(await z.resolve(), 1);
    await z.job('work');
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.work('inside');
    await z.ended(instance);
  },
};
