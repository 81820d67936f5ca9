import {
  call,
  escalation,
  eventSub,
  flow,
  nonInterrupting,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation of a called process reaches an event sub-process of the caller',
  rule: 'Also one that catches all.',
  async run(z) {
    await z.deploy(
      process('child', start(), throwing('t', escalation('E')), task('inner'), flow('start > t > inner')),
    );
    const es = eventSub(
      'es',
      start('est', nonInterrupting, escalation()),
      task('handle'),
      flow('est > handle'),
    );
    await z.deploy(process('p', start(), call('c', 'child'), es, flow('start > c')));
    await z.create('p');
    const [inner, handle] = [await z.job('inner'), await z.job('handle')];
    z.ok(BigInt(inner.key) < BigInt(handle.key), 'the called instance goes on first');
  },
};
