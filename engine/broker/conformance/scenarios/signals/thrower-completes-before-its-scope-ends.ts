import { boundary, flow, output, process, signal, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a throw event maps its outputs even if its own signal ends its sub-process',
  rule: 'Its completion comes before the end of the scope; it takes no flow further.',
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      throwing('t', signal('s'), output('=5', 'o')),
      task('inner'),
      flow('st > t > inner'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', signal('s')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    z.equal((await z.job('handle')).variables, { o: 5 });
    await z.noJob('inner');
  },
};
