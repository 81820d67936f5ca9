import { boundary, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error leaves the sub-process when nobody inside catches it',
  rule: 'All that runs inside is terminated.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('work'), task('other'), flow('s > work'), flow('s > other')),
        boundary('b', 'sp', error('E')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    const other = await z.job('other');
    await z.throwError(await z.job('work'), 'E');
    await z.job('handle');
    await z.rejected(z.complete(other), 'NOT_FOUND');
  },
};
