import { catching, error, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'errors are not caught in the flow',
  rule: 'Only by boundary events and event sub-processes.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', error('E')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Event definition must be one of: message, timer, signal, or link'),
    );
  },
};
