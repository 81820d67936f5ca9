import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an arithmetic failure stops the task',
  rule: 'Most errors are null; modulo by zero is a failure.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', input('=modulo(5, d)', 'v'))));
    const instance = await z.create('p', { d: 0 });
    await z.setVariables(instance, { d: 3 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('work')).variables, { d: 3, v: 2 });
  },
};
