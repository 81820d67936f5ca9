import { job, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the type may be an expression',
  rule: 'Type and retries are evaluated when the task is activated, with the variables of the instance.',
  async run(z) {
    await z.deploy(line('p', task('work', job('=t', '=n + 1'))));
    await z.create('p', { t: z.name('dynamic'), n: 4 });
    z.equal((await z.job('dynamic')).retries, 5);
  },
};
