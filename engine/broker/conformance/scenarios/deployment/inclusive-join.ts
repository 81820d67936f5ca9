import { flow, inclusive, manualTask, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inclusive gateway only forks',
  rule: 'One incoming flow.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          manualTask('a'),
          manualTask('b'),
          inclusive('g'),
          task('c'),
          flow('start > a > g'),
          flow('start > b > g'),
          flow('g > c'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Currently the inclusive gateway can only have one incoming sequence flow/,
    );
  },
};
