import { boundary, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event needs an event definition',
  rule: 'There is no none boundary event.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), task('a'), boundary('b', 'a'), task('c'), flow('start > a'), flow('b > c')),
      ),
      'INVALID_ARGUMENT',
      deploymentError('b', 'Must have exactly one event definition'),
    );
  },
};
