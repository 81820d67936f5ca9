import { boundary, duration, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event has no incoming flow',
  rule: 'It is triggered, not reached.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          boundary('b', 'a', duration('PT1S')),
          task('c'),
          flow('start > a > b > c'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('b', 'Cannot have incoming sequence flows'),
    );
  },
};
