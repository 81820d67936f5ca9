import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a negative time to live counts as zero',
  rule: 'The message goes to who waits, and is not kept.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.publish('order', 'A', { ttl: -100 });
    const instance = await z.create('p', { id: 'A' });
    await z.noJob('after');
    await z.publish('order', 'A', { ttl: -100 });
    await z.work('after');
    await z.ended(instance);
  },
};
