import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an input collection without a value raises an incident',
  rule: 'null is no list.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('w', multi({ items: '=nothing', item: 'x' })), task('after')));
    const instance = await z.create('p');
    await z.noJob('w');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { nothing: [] });
    z.equal(await z.resolve(), 1);
    await z.job('after');
  },
};
