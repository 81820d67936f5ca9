import { beside, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inner catch-all goes before an outer code',
  rule: 'An escalation is caught once, by the nearest.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), flow('st > t'));
    const outer = sub(
      'outer',
      start('ost'),
      sp,
      beside('b1', 'sp', escalation()),
      task('all'),
      flow('ost > sp'),
      flow('b1 > all'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        outer,
        beside('b2', 'outer', escalation('E')),
        task('e'),
        flow('start > outer'),
        flow('b2 > e'),
      ),
    );
    await z.create('p');
    await z.job('all');
    await z.noJob('e');
  },
};
