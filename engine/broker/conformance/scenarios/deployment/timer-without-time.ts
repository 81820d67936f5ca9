import { boundary, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer needs a time',
  rule: 'Exactly one of duration, date and cycle.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', '<bpmn:timerEventDefinition id="x" />'),
          task('c'),
          flow('start > a'),
          flow('b > c'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('x', 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle'),
    );
  },
};
