import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script task needs a script or a task definition',
  rule: 'One of both, not none.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('scriptTask', 'a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        "Must have either one 'zeebe:script' or one 'zeebe:taskDefinition' extension element",
      ),
    );
  },
};
