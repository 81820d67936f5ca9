import { end, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an end event has no outgoing flow',
  rule: 'It ends its branch.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), end(), task('a'), flow('start > end > a'))),
      'INVALID_ARGUMENT',
      deploymentError('end', 'End events must not have outgoing sequence flows to other elements.'),
    );
  },
};
