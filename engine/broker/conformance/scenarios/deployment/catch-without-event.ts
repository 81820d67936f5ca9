import { catching, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a catch event needs an event definition',
  rule: 'There is no none catch event.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Must have exactly one event definition'),
    );
  },
};
