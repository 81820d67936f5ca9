import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a condition must be an expression',
  rule: 'Static text is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          exclusive('g'),
          task('a'),
          task('b'),
          flow('start > g'),
          flow('g > a', 'true'),
          flow('g > b', '=false'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Expected expression but found static value 'true'\. An expression must start with '=' \(e\.g\. '=true'\)\./,
    );
  },
};
