import { element, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a receive task needs a message',
  rule: 'Without a reference it is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), element('receiveTask', 'a'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Must reference a message'),
    );
  },
};
