import { beside, escalation, eventSub, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation thrown in an interrupting event sub-process reaches the boundary event around',
  rule: 'The interrupted scope itself has nothing that fits.',
  async run(z) {
    const es = eventSub(
      'es',
      start('est', escalation('E')),
      throwing('t2', escalation('F')),
      task('a'),
      flow('est > t2 > a'),
    );
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), es, flow('st > t'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('bd', 'sp', escalation('F')),
        task('c'),
        flow('start > sp'),
        flow('bd > c'),
      ),
    );
    await z.create('p');
    const [c, a] = [await z.job('c'), await z.job('a')];
    z.ok(BigInt(c.key) < BigInt(a.key), 'the boundary event first');
  },
};
