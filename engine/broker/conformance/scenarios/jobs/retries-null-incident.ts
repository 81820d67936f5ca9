import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'retries that are null stop the task until they are mended',
  rule: 'An expression of another type than number raises an incident.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', job('work', '=n'))));
    const instance = await z.create('p', { n: null });
    await z.noJob('work');
    await z.setVariables(instance, { n: 7 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('work')).retries, 7);
    await z.ended(instance);
  },
};
