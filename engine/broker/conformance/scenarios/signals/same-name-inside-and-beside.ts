import { beside, eventSub, flow, nonInterrupting, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title:
    'where a sub-process and its event sub-process name one signal, the non-interrupting boundary event alone hears it',
  rule: 'An element waits for a name once.',
  async run(z) {
    const es = eventSub(
      'es',
      start('est', nonInterrupting, signal('s')),
      task('byScope'),
      flow('est > byScope'),
    );
    const sp = sub('sp', start('st'), task('work'), es, flow('st > work'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', signal('s')),
        task('byBoundary'),
        flow('start > sp'),
        flow('b > byBoundary'),
      ),
    );
    await z.create('p');
    await z.broadcast('s');
    await z.job('byBoundary');
    await z.noJob('byScope');
  },
};
