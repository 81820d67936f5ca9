import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an incident is resolved once',
  rule: 'The second resolve does not find it.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const job = await z.job('work');
    await z.fail(job);
    const incidentKey = await z.incidentOf(job);
    await z.updateRetries(job, 1);
    await z.call('ResolveIncident', { incidentKey });
    await z.rejected(
      z.call('ResolveIncident', { incidentKey }),
      'NOT_FOUND',
      `Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  },
};
