import { catching, end, flow, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message caught inside a sub-process',
  rule: 'Its variables go up to the process.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), catching('c', message('order', '=id')), end('e'), flow('s > c > e')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.publish('order', 'A', { ttl: 10_000, variables: { v: 1 } });
    z.equal((await z.job('after')).variables, { id: 'A', v: 1 });
  },
};
