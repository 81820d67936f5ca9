import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'no retries left is an incident at once, whatever the back-off',
  rule: 'With retries 0 the back-off has no meaning.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: 0, retryBackOff: 60_000 });
    await z.updateRetries(job, 1);
    z.equal(await z.resolve(), 1);
    await z.work('work');
  },
};
