import { eventSub, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process has mappings of its own',
  rule: "Inputs see the trigger's variables by way of the root; outputs go up.",
  async run(z) {
    const es = eventSub(
      'es',
      output('=done', 'result'),
      start('s', message('stop', '=id'), output('=v', 'w')),
      task('inside'),
      flow('s > inside'),
    );
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    const instance = await z.create('p', { id: 'A' });
    await z.publish('stop', 'A', { ttl: 5_000, variables: { v: 1 } });
    z.equal((await z.work('inside', { done: true })).variables, { id: 'A', w: 1 });
    await z.ended(instance);
  },
};
