import { line, multi, receive, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one message goes to one inner receive task, the oldest first',
  rule: 'A message correlates at most once to a process, so that a parallel loop needs one message for each.',
  async run(z) {
    for (const sequential of [false, true]) {
      const each = multi({ sequential, items: '=["a","b"]', item: 'x', results: 'res', result: '=v' });
      const key = `k${sequential}`;
      await z.deploy(line('p', receive('r', 'm', `="${key}"`, each), task('after')));
      await z.create('p');
      await z.publish('m', key, { ttl: 5_000, variables: { v: 'first' } });
      await z.noJob('after');
      await z.publish('m', key, { ttl: 5_000, variables: { v: 'second' } });
      z.equal((await z.work('after')).variables, { res: ['first', 'second'] });
    }
  },
};
