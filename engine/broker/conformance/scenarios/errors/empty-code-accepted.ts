import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty error code is accepted',
  rule: 'Nobody but a catch-all catches it.',
  incidents: true,
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
    await z.throwError(await z.job('work'), '');
    z.equal(await z.resolve(), 1);
    await z.job('work');
  },
};
