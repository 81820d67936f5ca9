import { beside, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static code of digits is text',
  rule: 'Unlike other static texts.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('42')), flow('st > t'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('42')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    await z.job('handle');
  },
};
