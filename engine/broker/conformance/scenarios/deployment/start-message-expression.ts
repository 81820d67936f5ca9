import { message, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the message name of a start event is constant',
  rule: 'No variables exist when it is needed.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('start', message('=n')))),
      'INVALID_ARGUMENT',
      deploymentError(
        'start',
        "Expected constant expression of type String for message name '=n', but was NULL",
      ),
    );
  },
};
