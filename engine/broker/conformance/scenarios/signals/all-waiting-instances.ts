import { catching, flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one signal reaches all instances of all processes that wait',
  rule: 'Unlike a message it is not used up.',
  async run(z) {
    for (const id of ['p', 'q'])
      await z.deploy(
        process(id, start(), catching('c', signal('s')), task('after'), flow('start > c > after')),
      );
    for (const n of [1, 2, 3]) await z.create('p', { n });
    await z.create('q', { n: 4 });
    await z.broadcast('s');
    const jobs = await z.jobs('after', 4);
    z.equal(
      jobs.map(({ variables }) => variables.n),
      [1, 2, 3, 4],
    );
  },
};
