import { boundary, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completed task listens no more',
  rule: 'A message that comes late is not correlated.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', message('stop', '=id')),
        task('after'),
        task('next'),
        flow('start > work > next'),
        flow('b > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.work('work');
    await z.job('next');
    await z.publish('stop', 'A');
    await z.noJob('after');
  },
};
