import { duration, element, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event is attached to an activity',
  rule: 'Without one it is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), element('boundaryEvent', 'b', duration('PT1S')), task('x'), flow('b > x')),
      ),
      'INVALID_ARGUMENT',
      /./,
    );
  },
};
