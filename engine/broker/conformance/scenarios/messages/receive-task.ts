import { line, receive, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a receive task waits for its message',
  rule: 'Variables go to the process as with a catch event.',
  async run(z) {
    await z.deploy(line('p', receive('r', 'order', '=id'), task('after')));
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 10_000, variables: { v: 1 } });
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
