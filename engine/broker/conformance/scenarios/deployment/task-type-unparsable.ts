import { flow, job, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a type that does not parse is refused',
  rule: 'Expressions are parsed at deployment.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', job('=x >')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /failed to parse expression 'x >'/,
    );
  },
};
