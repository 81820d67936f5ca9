import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sequential multi-instance task works on one item after the other',
  rule: 'The next inner instance begins when the one before is done; results so far are visible.',
  async run(z) {
    const each = multi({ sequential: true, items: '=items', item: 'x', results: 'res', result: '=x * 10' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p', { items: [1, 2] });
    const first = await z.job('w');
    z.equal(first.variables, { x: 1, loopCounter: 1, res: [null, null], items: [1, 2] });
    await z.noJob('w');
    await z.complete(first);
    z.equal((await z.work('w')).variables, { x: 2, loopCounter: 2, res: [10, null], items: [1, 2] });
    z.equal((await z.job('after')).variables, { items: [1, 2], res: [10, 20] });
  },
};
