import { duration, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer of an event sub-process that cannot be evaluated stops the start event',
  rule: 'No flow is taken until it is mended.',
  incidents: true,
  async run(z) {
    const es = eventSub('es', start('s', duration('=wait')), task('late'), flow('s > late'));
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p');
    await z.noJob('work');
    await z.setVariables(instance, { wait: 'PT1H' });
    z.equal(await z.resolve(), 1);
    await z.work('work');
    await z.ended(instance);
  },
};
