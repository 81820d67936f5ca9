import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a type that is null stops the task until it is mended',
  rule: 'The type must be a string: else an incident with the task not yet active. Resolving evaluates it again.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', job('=t'))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    z.equal(await z.resolve(), 1, 'what is not mended fails again');
    await z.setVariables(instance, { t: z.name('late') });
    z.equal(await z.resolve(), 1);
    await z.work('late');
    await z.ended(instance);
    await z.noIncident();
  },
};
