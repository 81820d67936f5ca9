import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling the instance takes its jobs away',
  rule: 'The job is gone for everybody.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.cancel(instance);
    await z.ended(instance);
    await z.rejected(
      z.complete(job),
      'NOT_FOUND',
      `Expected to complete job with key '${job.key}', but no such job was found`,
    );
  },
};
