import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a service task needs a task definition',
  rule: 'Without it no job could be made.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('serviceTask', 'a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', "Must have exactly one 'zeebe:taskDefinition' extension element"),
    );
  },
};
