import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message without a time to live is lost when nobody waits',
  rule: 'A later subscription does not get it.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.publish('order', 'A');
    await z.create('p', { id: 'A' });
    await z.noJob('after');
  },
};
