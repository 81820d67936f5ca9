import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'setting null keeps the variable',
  rule: 'There is no way to remove one.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p', { a: 1 });
    await z.setVariables(instance, { a: null });
    z.equal((await z.job('work')).variables, { a: null });
  },
};
