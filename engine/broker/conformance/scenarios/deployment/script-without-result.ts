import { flow, process, script, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script needs a result variable',
  rule: 'An empty one is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), script('a', '=1', ''), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a > extensionElements > script',
        "Attribute 'resultVariable' must be present and not empty",
      ),
    );
  },
};
