import { flow, input, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a mapping needs a target',
  rule: 'An empty one is no path.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', input('=1', '')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /ERROR: Expected path expression but not found\./,
    );
  },
};
