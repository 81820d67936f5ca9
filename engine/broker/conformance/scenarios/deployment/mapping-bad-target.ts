import { flow, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a target is a path of names',
  rule: 'Anything else is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', output('=1', 'a-b')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Expected path expression 'a-b' but doesn't match the pattern '\[a-zA-Z_\]\[a-zA-Z0-9_\]\*\(\\\.\[a-zA-Z_\]\[a-zA-Z0-9_\]\*\)\*'\./,
    );
  },
};
