import { boundary, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting boundary event ends a task that has an incident',
  rule: 'The incident goes with the task.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('m', 'work', message('stop', '=id')),
        task('stopped'),
        flow('start > work'),
        flow('m > stopped'),
      ),
    );
    const instance = await z.create('p', { id: 'A' });
    const work = await z.job('work');
    await z.fail(work);
    const incidentKey = await z.incidentOf(work);
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.work('stopped');
    await z.rejected(
      z.call('ResolveIncident', { incidentKey }),
      'NOT_FOUND',
      'but no such incident was found',
    );
    await z.ended(instance);
  },
};
