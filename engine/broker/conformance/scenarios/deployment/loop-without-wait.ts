import { byDefault, end, exclusive, flow, manualTask, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a loop that never waits is refused',
  rule: 'With or without an exit.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          exclusive('g'),
          manualTask('a'),
          exclusive('h', byDefault('h > end')),
          end(),
          flow('start > g > a > h'),
          flow('h > g', '=x'),
          flow('h > end'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Processes are not allowed to contain a straight-through processing loop: /,
    );
  },
};
