import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a changed variable does not move a subscription',
  rule: 'The key is the one of the moment when the event was reached.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    const instance = await z.create('p', { id: 'A' });
    await z.setVariables(instance, { id: 'B' });
    await z.publish('order', 'B', { ttl: 10_000 });
    await z.noJob('after');
    await z.publish('order', 'A', { ttl: 10_000 });
    await z.work('after');
  },
};
