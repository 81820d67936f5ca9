import { flow, process, start, sub, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process needs one start event',
  rule: 'Exactly one.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), sub('a', task('x')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Must have exactly one start event'),
    );
  },
};
