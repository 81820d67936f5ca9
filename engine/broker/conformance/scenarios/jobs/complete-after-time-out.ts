import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a worker may complete a job after its time-out',
  rule: 'The deadline offers the job to others; it does not take the right to complete away.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work', { timeout: 100 });
    await z.sleep(1500);
    await z.complete(job);
    await z.ended(instance);
  },
};
