import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a number is a correlation key as its whole part's text",
  rule: '5 and 5.5 both correlate with "5".',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    for (const id of [5, 5.5]) {
      await z.create('p', { id });
      await z.publish('order', '5', { ttl: 30_000 });
      z.equal((await z.work('after')).variables.id, id);
    }
  },
};
