import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sequential loop takes items that were added, until the results are full',
  rule: 'There is no room for a third result: an incident on the third inner instance.',
  incidents: true,
  async run(z) {
    const each = multi({ sequential: true, items: '=items', item: 'x', results: 'res', result: '=x' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p', { items: [1, 2] });
    await z.work('w', { items: [1, 2, 3] });
    await z.work('w');
    z.equal((await z.work('w')).variables, { x: 3, loopCounter: 3, res: [1, 2], items: [1, 2, 3] });
    z.equal(await z.resolve(), 1);
    await z.noJob('after');
  },
};
