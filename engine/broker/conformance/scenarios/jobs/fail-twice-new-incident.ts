import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'failing again after a resolve raises a new incident',
  rule: 'Each failure without retries has an incident of its own.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job);
    const first = await z.incidentOf(job);
    await z.updateRetries(job, 1);
    z.equal(await z.resolve(), 1);
    await z.fail(await z.job('work'));
    z.ok((await z.incidentOf(job)) !== first, 'a new key');
  },
};
