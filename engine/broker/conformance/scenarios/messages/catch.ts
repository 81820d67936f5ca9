import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message catch event waits for its message',
  rule: 'Name and correlation key must fit; the variables of the message go to the process.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.create('p', { id: 'A' });
    await z.sleep(100);
    await z.publish('order', 'B', { variables: { v: 0 } });
    await z.publish('order', 'A', { variables: { v: 1 } });
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
