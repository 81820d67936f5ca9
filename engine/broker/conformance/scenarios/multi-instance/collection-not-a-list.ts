import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an input collection that is no list raises an incident on the activity',
  rule: 'Nothing has begun yet; with a list in place, resolving begins the loop.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('w', multi({ items: '=items', item: 'x' })), task('after')));
    const instance = await z.create('p', { items: { a: 1 } });
    await z.noJob('w');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { items: [1] });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('w')).variables, { x: 1, loopCounter: 1, items: [1] });
    await z.job('after');
  },
};
