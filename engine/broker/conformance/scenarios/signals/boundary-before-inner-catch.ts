import { boundary, catching, flow, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal that interrupts a sub-process does not go on inside it',
  rule: 'The catch event in it hears the same signal, but its scope ends.',
  async run(z) {
    const sp = sub('sp', start('st'), catching('c', signal('s')), task('inner'), flow('st > c > inner'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', signal('s')),
        task('outer'),
        flow('start > sp'),
        flow('b > outer'),
      ),
    );
    await z.create('p');
    await z.broadcast('s');
    await z.job('outer');
    await z.noJob('inner');
  },
};
