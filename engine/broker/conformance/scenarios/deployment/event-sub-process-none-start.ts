import { eventSub, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process needs an event',
  rule: 'Its start event is never of type none.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), eventSub('a', start('s')))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        'Start events in event subprocesses must be one of: message, timer, error, signal or escalation',
      ),
    );
  },
};
