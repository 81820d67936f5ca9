import { catching, cycle, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a catch event has no cycle',
  rule: 'A duration or a date.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', cycle('R/PT1S')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Intermediate timer catch event must have either a time duration or a time date\./,
    );
  },
};
