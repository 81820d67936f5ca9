import { catching, flow, message, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a correlation key must be an expression',
  rule: 'Static text is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', message('m', 'abc')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Expected expression but found static value 'abc'\. An expression must start with '=' \(e\.g\. '=abc'\)\./,
    );
  },
};
