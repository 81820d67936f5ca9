import { boundary, flow, message, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two boundary events of one task may not have the same message',
  rule: 'They could not be told apart.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', message('m', '=k')),
          boundary('c', 'a', message('m', '=k2')),
          task('x'),
          flow('start > a'),
          flow('b > x'),
          flow('c > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('a', "Multiple message event definitions with the same name 'm' are not allowed."),
    );
  },
};
