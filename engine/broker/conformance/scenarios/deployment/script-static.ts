import { flow, process, script, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script must be an expression',
  rule: 'Static text is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), script('a', 'abc', 'r'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a > extensionElements > script',
        "Expected expression but found static value 'abc'. An expression must start with '=' (e.g. '=abc').",
      ),
    );
  },
};
