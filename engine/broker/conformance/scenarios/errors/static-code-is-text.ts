import { boundary, end, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static error code of digits is text',
  rule: 'Unlike other static texts.',
  async run(z) {
    const sp = sub('sp', start('st'), end('e', error('42')), flow('st > e'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', error('42')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    await z.job('handle');
  },
};
