import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a call activity needs a process',
  rule: 'The called element says which.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('callActivity', 'a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', "Must have exactly one 'zeebe:calledElement' extension element"),
    );
  },
};
