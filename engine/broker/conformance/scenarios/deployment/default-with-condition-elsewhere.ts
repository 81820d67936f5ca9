import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the default flow must start at its gateway',
  rule: 'A flow of another element cannot be it.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          exclusive('g', { default: 'start_g' }),
          task('a'),
          flow('start > g'),
          flow('g > a', '=true'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('g', 'Default flow must start at gateway'),
    );
  },
};
