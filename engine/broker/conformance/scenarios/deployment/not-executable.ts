import { definitions, element, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a file without an executable process is refused',
  rule: 'There would be nothing to run.',
  async run(z) {
    await z.rejected(
      z.deploy(definitions(element('process', 'p', start()))),
      'INVALID_ARGUMENT',
      deploymentError('definitions', 'Must contain at least one executable process'),
    );
  },
};
