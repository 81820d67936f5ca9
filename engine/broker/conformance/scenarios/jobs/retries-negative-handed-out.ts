import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job created with −1 retries is handed out with that number',
  rule: 'A static number below zero is taken as it is.',
  async run(z) {
    await z.deploy(line('p', task('work', job('work', '-1'))));
    const instance = await z.create('p');
    z.equal((await z.work('work')).retries, -1);
    await z.ended(instance);
  },
};
