import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling the instance takes its incidents away',
  rule: 'The incident of a job without retries is gone with the instance.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.fail(job);
    const incidentKey = await z.incidentOf(job);
    await z.cancel(instance);
    await z.ended(instance);
    await z.rejected(
      z.call('ResolveIncident', { incidentKey }),
      'NOT_FOUND',
      `Command 'RESOLVE' rejected with code 'NOT_FOUND': Expected to resolve incident with key '${incidentKey}', but no such incident was found`,
    );
  },
};
