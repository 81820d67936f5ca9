import { line, listener, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'every inner instance has its listeners',
  rule: 'Their variables stay with it.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task(
          'a',
          multi({ items: '=[1,2]', item: 'i', results: 'all', result: '=r' }),
          listener('start', 's'),
          listener('end', 'e'),
        ),
        task('after'),
      ),
    );
    await z.create('p');
    for (const job of await z.jobs('s', 2)) await z.complete(job, { n: job.variables.i });
    for (const job of await z.jobs('a', 2)) await z.complete(job, { r: job.variables.n });
    for (const job of await z.jobs('e', 2)) await z.complete(job);
    z.equal((await z.work('after')).variables, { all: [1, 2] });
  },
};
