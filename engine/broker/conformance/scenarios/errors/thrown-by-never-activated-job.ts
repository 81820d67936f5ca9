import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that nobody holds may throw',
  rule: 'As with completing, the key is enough.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', error('E')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    const work = await z.job('work');
    await z.fail(work, { retries: 1 });
    await z.throwError(work, 'E');
    await z.job('handle');
  },
};
