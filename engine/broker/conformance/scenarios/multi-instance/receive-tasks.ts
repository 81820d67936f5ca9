import { line, multi, receive, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'receive tasks of a parallel loop wait for a message each',
  rule: 'The correlation key sees the item.',
  async run(z) {
    const each = multi({ items: '=["a","b"]', item: 'x', results: 'res', result: '=v' });
    await z.deploy(line('p', receive('r', 'm', '=x', each), task('after')));
    await z.create('p');
    await z.publish('m', 'b', { ttl: 5_000, variables: { v: 'B' } });
    await z.publish('m', 'a', { ttl: 5_000, variables: { v: 'A', w: 1 } });
    z.equal((await z.job('after')).variables, { w: 1, res: ['A', 'B'] });
  },
};
