import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a send task needs a task definition',
  rule: 'It is a job.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('sendTask', 'a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element",
      ),
    );
  },
};
