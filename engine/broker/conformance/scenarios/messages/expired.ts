import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message whose time to live is over is not correlated',
  rule: 'The deadline is looked at when a subscription opens.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.publish('order', 'A', { ttl: 200 });
    await z.sleep(600);
    await z.create('p', { id: 'A' });
    await z.noJob('after');
  },
};
