import { catching, line, message, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with output mappings only these go to the process',
  rule: "The message's variables stay local to the event.",
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id'), output('=v', 'w')), task('after')));
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 10_000, variables: { v: 1, x: 2 } });
    z.equal((await z.job('after')).variables, { id: 'A', w: 1 });
  },
};
