import { flow, input, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a mapping needs a source',
  rule: 'An empty one is no expression.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', input('', 'x')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /ERROR: Expected expression but not found\./,
    );
  },
};
