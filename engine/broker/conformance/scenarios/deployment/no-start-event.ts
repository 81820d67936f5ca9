import { process, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process needs a start event',
  rule: 'An executable process without any is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', task('a'))),
      'INVALID_ARGUMENT',
      deploymentError('p', 'Must have at least one start event'),
    );
  },
};
