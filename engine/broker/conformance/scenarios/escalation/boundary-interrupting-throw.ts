import { boundary, escalation, flow, output, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting boundary event catches the escalation of a throw event inside',
  rule: 'The sub-process ends with all that runs in it, the thrower does not complete and maps nothing.',
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      throwing('t', escalation('E'), output('=9', 'o')),
      task('other'),
      task('inner'),
      flow('st > t > inner'),
      flow('st > other'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', escalation('E')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    z.equal((await z.work('handle')).variables, { x: 1 });
    await z.ended(instance);
    await z.noJob('other');
    await z.noJob('inner');
  },
};
