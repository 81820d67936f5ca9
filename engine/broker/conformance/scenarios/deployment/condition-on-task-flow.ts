import { flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'conditions belong to gateways',
  rule: 'A conditional flow from a task is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a'), task('b'), flow('start > a'), flow('a > b', '=true'))),
      'INVALID_ARGUMENT',
      deploymentError('a', 'Conditional sequence flows are only supported at exclusive or inclusive gateway'),
    );
  },
};
