import { boundary, end, error, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the code of an error end event may be an expression',
  rule: 'It is evaluated when the event is reached.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), end('e', error('=code')), flow('s > e')),
        boundary('b', 'sp', error('E2')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { code: 'E2' });
    await z.job('handle');
  },
};
