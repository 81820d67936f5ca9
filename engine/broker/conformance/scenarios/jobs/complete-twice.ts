import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'completing twice is refused',
  rule: 'A completed job is gone.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('next')));
    await z.create('p');
    const job = await z.work('work');
    await z.rejected(
      z.complete(job),
      'NOT_FOUND',
      `Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '${job.key}', but no such job was found`,
    );
  },
};
