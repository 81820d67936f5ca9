import { boundary, cycle, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting timer has no cycle',
  rule: 'It fires once.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', cycle('R/PT1S')),
          task('x'),
          flow('start > a'),
          flow('b > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Interrupting timer event with time cycle is not allowed\./,
    );
  },
};
