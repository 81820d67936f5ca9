import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two error boundary events of one task may not have the same code',
  rule: 'One code, one event.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', error('E')),
          boundary('c', 'a', error('E')),
          task('x'),
          flow('start > a'),
          flow('b > x'),
          flow('c > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        "Multiple error catch events with the same error code 'E' are not supported on the same scope.",
      ),
    );
  },
};
