import { boundary, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation goes outwards until a scope fits',
  rule: 'Through sub-processes that catch others.',
  async run(z) {
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), task('inner'), flow('st > t > inner'));
    const outer = sub(
      'outer',
      start('ost'),
      sp,
      boundary('b1', 'sp', escalation('F')),
      task('f'),
      task('beside'),
      flow('ost > sp'),
      flow('ost > beside'),
      flow('b1 > f'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        outer,
        boundary('b2', 'outer', escalation('E')),
        task('e'),
        flow('start > outer'),
        flow('b2 > e'),
      ),
    );
    const instance = await z.create('p');
    await z.work('e');
    await z.ended(instance);
    await z.noJob('inner');
    await z.noJob('beside');
  },
};
