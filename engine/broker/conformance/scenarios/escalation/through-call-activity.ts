import { boundary, call, escalation, flow, input, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a call activity's boundary event catches an escalation of the called process",
  rule: 'The called instance ends; its variables do not come up.',
  async run(z) {
    await z.deploy(
      process('child', start(), throwing('t', escalation('E')), task('inner'), flow('start > t > inner')),
    );
    await z.deploy(
      process(
        'p',
        start(),
        call('c', 'child', input('=1', 'local')),
        boundary('b', 'c', escalation('E')),
        task('handle'),
        task('after'),
        flow('start > c > after'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    z.equal((await z.work('handle')).variables, { x: 1 });
    await z.ended(instance);
    await z.noJob('inner');
  },
};
