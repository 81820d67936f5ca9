import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cancelled instance gets no message',
  rule: 'The next instance does.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    const first = await z.create('p', { id: 'A' });
    await z.cancel(first);
    await z.ended(first);
    await z.publish('order', 'A', { ttl: 10_000 });
    const second = await z.create('p', { id: 'A' });
    z.equal((await z.job('after')).processInstanceKey, second.processInstanceKey);
  },
};
