import { beside, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a catch event that refers to an escalation without a code catches no other',
  rule: 'Only one that refers to nothing catches all.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), task('inner'), flow('st > t > inner'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    await z.job('inner');
    await z.noJob('handle');
  },
};
