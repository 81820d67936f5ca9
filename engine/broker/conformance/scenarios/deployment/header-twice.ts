import { flow, header, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'header keys are unique',
  rule: 'A duplicate is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', header('k', '1'), header('k', '2')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Headers contain duplicate entries for key 'k'/,
    );
  },
};
