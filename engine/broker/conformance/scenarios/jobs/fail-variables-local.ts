import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of a failed job stay local to the task',
  rule: 'They are seen by the next attempt, and hide what the completion sets under the same name.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('next')));
    await z.create('p', { a: 1 });
    await z.fail(await z.job('work'), { retries: 1, variables: { a: 2, tried: true } });
    const again = await z.job('work');
    z.equal(again.variables, { a: 2, tried: true });
    await z.complete(again, { a: 3, b: 4 });
    z.equal((await z.job('next')).variables, { a: 1, b: 4 });
  },
};
