import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job created with 0 retries is handed out all the same',
  rule: 'Retries are looked at when a job fails, not when it is created.',
  async run(z) {
    await z.deploy(line('p', task('work', job('work', '0'))));
    const instance = await z.create('p');
    z.equal((await z.work('work')).retries, 0);
    await z.ended(instance);
  },
};
