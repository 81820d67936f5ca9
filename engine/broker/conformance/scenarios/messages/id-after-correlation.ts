import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a correlated message keeps its id until its time to live is over',
  rule: 'Correlation does not release it.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 30_000, id: 'one' });
    await z.job('after');
    await z.rejected(z.publish('order', 'A', { ttl: 30_000, id: 'one' }), 'ALREADY_EXISTS');
  },
};
