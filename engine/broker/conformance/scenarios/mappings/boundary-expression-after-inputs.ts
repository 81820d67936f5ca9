import { input, job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'inputs are evaluated anew when an incident is resolved',
  rule: 'What changed meanwhile counts.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', job('=t'), input('=a', 'b'))));
    const instance = await z.create('p', { a: 1 });
    await z.setVariables(instance, { a: 2, t: z.name('late') });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('late')).variables.b, 2);
  },
};
