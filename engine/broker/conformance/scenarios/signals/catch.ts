import { catching, flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an intermediate signal event waits for its signal',
  rule: "The signal's variables go to the instance.",
  async run(z) {
    await z.deploy(
      process('p', start(), catching('c', signal('s')), task('after'), flow('start > c > after')),
    );
    const instance = await z.create('p', { a: 1 });
    await z.broadcast('other');
    await z.noJob('after');
    await z.broadcast('s', { a: 2, b: 3 });
    z.equal((await z.work('after')).variables, { a: 2, b: 3 });
    await z.ended(instance);
  },
};
