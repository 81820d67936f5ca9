import { beside, error, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error boundary event interrupts',
  rule: 'Non-interrupting is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          task('a'),
          beside('b', 'a', error('E')),
          task('x'),
          flow('start > a'),
          flow('b > x'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('b', 'Non-Interrupting event of this type is not allowed'),
    );
  },
};
