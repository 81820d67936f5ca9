import { boundary, duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task completed in time has no late timer',
  rule: 'The boundary timer goes with the task.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('late', 'work', duration('PT1S')),
        task('after'),
        task('next'),
        flow('start > work > next'),
        flow('late > after'),
      ),
    );
    await z.create('p');
    await z.work('work');
    await z.job('next');
    await z.noJob('after', 1800);
  },
};
