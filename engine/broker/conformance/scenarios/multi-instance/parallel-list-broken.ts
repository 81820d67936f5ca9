import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title:
    'a parallel loop whose list is no list any more stops with an incident at the end of each inner instance',
  rule: 'The list is read where the loop stands, not among the variables of the inner instance. Mending it lets the loop go on.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=items', item: 'items', results: 'res', result: '=items' });
    await z.deploy(line('p', task('w', each), task('after')));
    const instance = await z.create('p', { items: [1, 2] });
    const jobs = await z.jobs('w', 2);
    await z.setVariables(instance, { items: 5 });
    for (const job of jobs) await z.complete(job);
    z.equal(await z.resolve(), 2);
    await z.noJob('after');
    await z.setVariables(instance, { items: [7, 8] });
    z.equal(await z.resolve(), 2);
    z.equal((await z.job('after')).variables.res, [1, 2]);
  },
};
