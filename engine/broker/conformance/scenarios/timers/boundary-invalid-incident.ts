import { boundary, duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary timer that cannot be evaluated stops the task before its job',
  rule: 'No subscription is made until all expressions succeed.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('late', 'work', duration('=d')),
        task('after'),
        flow('start > work'),
        flow('late > after'),
      ),
    );
    const instance = await z.create('p', { d: 'soon' });
    await z.noJob('work');
    await z.setVariables(instance, { d: 'PT1H' });
    z.equal(await z.resolve(), 1);
    await z.work('work');
    await z.ended(instance);
  },
};
