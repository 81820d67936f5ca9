import { escalation, eventSub, flow, nonInterrupting, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation thrown in a non-interrupting event sub-process reaches its neighbours',
  rule: 'The scope is not interrupted and still listens.',
  async run(z) {
    const first = eventSub(
      'es1',
      start('st1', nonInterrupting, escalation('E')),
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
    await z.deploy(process('p', start(), throwing('t', escalation('E')), first, second, flow('start > t')));
    const instance = await z.create('p');
    const [a, b] = [await z.job('a'), await z.job('b')];
    z.ok(BigInt(a.key) < BigInt(b.key), 'the thrower goes on first');
    await z.complete(a);
    await z.complete(b);
    await z.ended(instance);
  },
};
