import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the name of a message may be an expression',
  rule: 'It is evaluated when the event is reached.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('=n', '=id')), task('after')));
    await z.create('p', { id: 'A', n: z.name('dynamic') });
    await z.publish('dynamic', 'A', { ttl: 10_000 });
    await z.work('after');
  },
};
