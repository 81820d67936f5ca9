import { input, line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inner instance whose item is gone stops with an incident',
  rule: 'Inner instances of a parallel loop read the list again when they begin, also when that is tried again.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=items', item: 'x' });
    await z.deploy(line('p', task('w', input('=assert(y, y)', 'z'), each), task('after')));
    const instance = await z.create('p', { items: [1, 2] });
    await z.noJob('w');
    await z.setVariables(instance, { y: true, items: [1] });
    z.equal(await z.resolve(), 2);
    z.equal((await z.work('w')).variables.x, 1);
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { items: [1, 9] });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('w')).variables.x, 9);
    await z.job('after');
  },
};
