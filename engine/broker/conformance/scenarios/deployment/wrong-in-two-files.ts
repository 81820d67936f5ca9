import { process, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'all files are checked',
  rule: 'Each is named with what is wrong in it.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', task('a')), process('q', task('b'))),
      'INVALID_ARGUMENT',
      /'p0\.bpmn': - Element: p\n {4}- ERROR: Must have at least one start event\n\n?'p1\.bpmn': - Element: q\n {4}- ERROR: Must have at least one start event/,
    );
  },
};
