import { catching, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message event needs a message',
  rule: 'Without a reference it is refused; the definition itself has no id here.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), catching('a', '<bpmn:messageEventDefinition id="x" />'), flow('start > a')),
      ),
      'INVALID_ARGUMENT',
      deploymentError('x', 'Must reference a message'),
    );
  },
};
