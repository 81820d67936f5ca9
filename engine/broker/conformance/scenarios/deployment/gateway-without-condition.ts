import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a flow of an exclusive gateway needs a condition or is the default',
  rule: 'With two flows and more.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          exclusive('g'),
          task('a'),
          task('b'),
          flow('start > g'),
          flow('g > a', '=true'),
          flow('g > b'),
        ),
      ),
      'INVALID_ARGUMENT',
      deploymentError('g_b', 'Must have a condition or be default flow'),
    );
  },
};
