import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message with a time to live waits for its subscription',
  rule: 'Published before the instance exists, it is correlated when the event is reached.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.publish('order', 'A', { ttl: 30_000, variables: { v: 1 } });
    await z.create('p', { id: 'A' });
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
