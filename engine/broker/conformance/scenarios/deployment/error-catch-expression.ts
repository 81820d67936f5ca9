import { boundary, error, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the code of a caught error is static',
  rule: 'An expression is refused there.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', error('=code')),
          task('x'),
          flow('start > a'),
          flow('b > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      /The errorCode of the error catch event is not allowed to be an expression/,
    );
  },
};
