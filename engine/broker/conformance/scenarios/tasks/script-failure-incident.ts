import { line, script, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script that fails stops the task',
  rule: 'A failing assertion raises an incident; resolving evaluates again.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', script('s', '=assert(a, a != null)', 'r'), task('after')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { a: 3 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables, { a: 3, r: 3 });
  },
};
