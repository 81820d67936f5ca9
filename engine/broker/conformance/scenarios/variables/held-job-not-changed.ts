import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job that is out keeps what it was given',
  rule: 'Its payload was taken when it was activated.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p', { a: 1 });
    const work = await z.job('work', { timeout: 200 });
    await z.setVariables(instance, { a: 2 });
    z.equal(work.variables, { a: 1 });
    z.equal((await z.job('work')).variables, { a: 2 });
  },
};
