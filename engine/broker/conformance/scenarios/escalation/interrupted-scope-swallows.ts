import { boundary, escalation, eventSub, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title:
    'an event sub-process that fits keeps an escalation from going outwards even when its scope is interrupted',
  rule: 'A non-interrupting one lets the thrower go on, an interrupting one leaves it standing.',
  async run(z) {
    for (const interrupting of [false, true]) {
      const id = interrupting ? 'p' : 'q';
      const first = eventSub(
        'es1',
        start('st1', escalation('E')),
        throwing('t2', escalation('F')),
        task(`a${id}`),
        flow(`st1 > t2 > a${id}`),
      );
      const second = eventSub(
        'es2',
        start('st2', { isInterrupting: interrupting }, escalation('F')),
        task(`b${id}`),
        flow(`st2 > b${id}`),
      );
      const sp = sub('sp', start('st'), throwing('t', escalation('E')), first, second, flow('st > t'));
      await z.deploy(
        process(
          id,
          start(),
          sp,
          boundary('bd', 'sp', escalation('F')),
          task(`c${id}`),
          flow('start > sp'),
          flow(`bd > c${id}`),
        ),
      );
      const instance = await z.create(id);
      if (!interrupting) await z.job('aq');
      await z.noJob(`b${id}`);
      await z.noJob(`c${id}`);
      await z.running(instance);
      await z.cancel(instance);
      await z.ended(instance);
    }
    await z.noJob('ap');
  },
};
