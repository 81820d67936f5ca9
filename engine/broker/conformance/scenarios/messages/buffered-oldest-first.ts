import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'buffered messages are taken oldest first',
  rule: 'Each catch event in a row takes the next.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    for (const n of [1, 2]) await z.publish('order', 'A', { ttl: 30_000, variables: { n } });
    await z.create('p', { id: 'A' });
    z.equal((await z.job('after')).variables.n, 1);
  },
};
