import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty text is a correlation key',
  rule: 'It correlates with an empty key.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    await z.create('p', { id: '' });
    await z.publish('order', '', { ttl: 10_000 });
    await z.work('after');
  },
};
