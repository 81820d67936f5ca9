import { duration, end, flow, process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an end event has no timer',
  rule: 'Its events are those that throw.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), end('a', duration('PT1S')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError(
        'a',
        'End events must be one of: none, error, message, terminate, signal, escalation or compensation',
      ),
    );
  },
};
