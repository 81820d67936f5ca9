import { beside, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'in one scope the code goes before the catch-all',
  rule: 'Only one event catches.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), flow('st > t'));
    const events = [
      beside('b1', 'sp', escalation()),
      beside('b2', 'sp', escalation('E')),
      beside('b3', 'sp', escalation('F')),
    ];
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        ...events,
        task('all'),
        task('e'),
        task('f'),
        flow('start > sp'),
        flow('b1 > all'),
        flow('b2 > e'),
        flow('b3 > f'),
      ),
    );
    await z.create('p');
    await z.job('e');
    await z.noJob('all');
    await z.noJob('f');
  },
};
