import { input, line, receive, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a receive task has input mappings; its key sees them not',
  rule: 'The correlation key of a receive task is evaluated with them.',
  async run(z) {
    await z.deploy(line('p', receive('r', 'order', '=key', input('=id', 'key')), task('after')));
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 10_000 });
    z.equal((await z.job('after')).variables, { id: 'A' });
  },
};
