import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'negative retries are no retries',
  rule: 'A job failed with retries −3 raises the incident of no retries.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job, { retries: -3 });
    await z.noJob('work');
    z.ok(await z.incidentOf(job), 'an incident');
  },
};
