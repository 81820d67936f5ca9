import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two error events without a code on one task are refused',
  rule: 'One catches all already.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', error()),
          boundary('c', 'a', error()),
          task('x'),
          flow('start > a'),
          flow('b > x'),
          flow('c > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        'The same scope can not contain more than one error catch event without error code. An error catch event without error code catches all errors.',
      ),
    );
  },
};
