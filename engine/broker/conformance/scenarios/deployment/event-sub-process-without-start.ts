import { eventSub, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process needs one start event',
  rule: 'Exactly one.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), eventSub('a', task('x')))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Must have exactly one start event'),
    );
  },
};
