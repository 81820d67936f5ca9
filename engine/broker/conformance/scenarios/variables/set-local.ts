import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables set local stay in the scope',
  rule: 'They hide the outer ones for the task.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('after')));
    await z.create('p', { a: 1 });
    const work = await z.job('work', { timeout: 200 });
    await z.setVariables(work.elementInstanceKey, { a: 2 }, true);
    const again = await z.job('work');
    z.equal(again.variables, { a: 2 });
    await z.complete(again);
    z.equal((await z.job('after')).variables, { a: 1 });
  },
};
