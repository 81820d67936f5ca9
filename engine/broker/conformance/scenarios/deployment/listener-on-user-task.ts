import { flow, listener, process, start, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'execution listeners belong to service tasks',
  rule: 'Other elements are refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), userTask('a', listener('start', 'l')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Execution listeners are not supported for the 'userTask' element\. Currently, only \[serviceTask\] elements can have execution listeners\./,
    );
  },
};
