import {
  beside,
  escalation,
  eventSub,
  flow,
  nonInterrupting,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupted scope catches no escalation any more',
  rule: 'But the boundary event of its sub-process does.',
  async run(z) {
    const first = eventSub(
      'es1',
      start('st1', escalation('E')),
      throwing('t2', escalation('F')),
      task('a'),
      flow('st1 > t2 > a'),
    );
    const second = eventSub(
      'es2',
      start('st2', nonInterrupting, escalation('F')),
      task('b'),
      flow('st2 > b'),
    );
    const sp = sub('sp', start('st'), throwing('t', escalation('E')), first, second, flow('st > t'));
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
    await z.job('c');
    await z.job('a');
    await z.noJob('b');
  },
};
