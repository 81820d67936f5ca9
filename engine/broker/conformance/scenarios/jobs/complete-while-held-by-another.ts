import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the first worker may complete a job that another one holds by now',
  rule: 'After a time-out both hold the same key: the first completion counts, the second is not found.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const first = await z.job('work', { timeout: 100 });
    const second = await z.job('work');
    await z.complete(first);
    await z.rejected(
      z.complete(second),
      'NOT_FOUND',
      `Expected to complete job with key '${second.key}', but no such job was found`,
    );
    await z.ended(instance);
  },
};
