import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a parallel loop reads its list again also where its condition ends it',
  rule: 'A list that is no list any more raises an incident; mending it lets the loop end.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=items', item: 'x', until: '=done' });
    await z.deploy(line('p', task('w', each), task('after')));
    const instance = await z.create('p', { items: [1, 2], done: true });
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.setVariables(instance, { items: 5 });
    await z.complete(first);
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { items: [7, 8] });
    z.equal(await z.resolve(), 1);
    await z.job('after');
    await z.rejected(z.complete(second), 'NOT_FOUND');
  },
};
