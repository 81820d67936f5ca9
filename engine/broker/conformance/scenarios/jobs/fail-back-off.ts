import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a back-off keeps the job away for a while',
  rule: 'The job is not offered before the back-off is over, then it is.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    const from = Date.now();
    await z.fail(job, { retries: 2, retryBackOff: 1200 });
    const again = await z.work('work');
    z.ok(Date.now() - from >= 1150, 'the job came before its back-off was over');
    z.equal(again.retries, 2);
    await z.ended(instance);
  },
};
