import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sequential loop whose list is no list any more stops with an incident',
  rule: 'The inner instance that has just been worked on stands there until the list is mended.',
  incidents: true,
  async run(z) {
    const each = multi({ sequential: true, items: '=items', item: 'x', results: 'res', result: '=x' });
    await z.deploy(line('p', task('w', each), task('after')));
    const instance = await z.create('p', { items: [1, 2, 3] });
    const first = await z.work('w', { items: 5 });
    await z.noJob('w');
    await z.running(first.elementInstanceKey);
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { items: [7, 8, 9] });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('w')).variables.x, 8);
    z.equal((await z.work('w')).variables.x, 9);
    z.equal((await z.job('after')).variables.res, [1, 8, 9]);
  },
};
