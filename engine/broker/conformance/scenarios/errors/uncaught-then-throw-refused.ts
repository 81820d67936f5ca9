import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job whose error was not caught cannot throw or fail',
  rule: 'Its state is ERROR_THROWN.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    const work = await z.job('work');
    await z.throwError(work, 'E');
    await z.rejected(
      z.throwError(work, 'E'),
      'FAILED_PRECONDITION',
      `Expected to throw an error for job with key '${work.key}', but it is in state 'ERROR_THROWN'`,
    );
    await z.rejected(
      z.fail(work, { retries: 1 }),
      'FAILED_PRECONDITION',
      `Expected to fail job with key '${work.key}', but it is in state 'ERROR_THROWN'`,
    );
  },
};
