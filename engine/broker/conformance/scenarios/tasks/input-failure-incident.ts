import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing input mapping stops the task before its job',
  rule: 'The job appears when the mapping succeeds.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', input('=assert(a, a != null)', 'b'))));
    const instance = await z.create('p');
    await z.noJob('work');
    await z.setVariables(instance, { a: 1 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('work')).variables, { a: 1, b: 1 });
  },
};
