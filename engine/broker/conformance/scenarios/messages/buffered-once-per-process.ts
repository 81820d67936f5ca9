import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message is correlated once per process id',
  rule: 'A second instance of the same process does not get the same buffered message; a second message it gets.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.publish('order', 'A', { ttl: 30_000, variables: { n: 1 } });
    await z.create('p', { id: 'A' });
    await z.job('after');
    await z.create('p', { id: 'A' });
    await z.noJob('after');
    await z.publish('order', 'A', { ttl: 30_000, variables: { n: 2 } });
    z.equal((await z.job('after')).variables.n, 2);
  },
};
