import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a thousand items have a thousand jobs',
  rule: 'In the order of the list; all results are kept.',
  async run(z) {
    const items = Array.from({ length: 1_000 }, (_, index) => index);
    const each = multi({ items: '=items', item: 'x', results: 'res', result: '=x' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p', { items });
    const jobs = await z.jobs('w', 1_000, { fetchVariable: ['x'] });
    z.equal(
      jobs.map(({ variables }) => variables.x),
      items,
    );
    for (let from = 0; from < jobs.length; from += 50)
      await Promise.all(jobs.slice(from, from + 50).map((one) => z.complete(one)));
    z.equal((await z.job('after', { fetchVariable: ['res'] })).variables, { res: items });
  },
};
