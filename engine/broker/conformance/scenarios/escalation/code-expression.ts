import { beside, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a thrown code may be an expression',
  rule: 'It sees the variables of the scope.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('=code')), flow('st > t'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('E')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { code: 'F' });
    await z.noJob('handle');
    await z.create('p', { code: 'E' });
    await z.job('handle');
  },
};
