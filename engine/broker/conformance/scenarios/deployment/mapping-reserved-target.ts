import { flow, input, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'reserved words are no targets',
  rule: 'They could not be read again.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', input('=1', 'for')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Expected path expression 'for' but is one of the reserved words \(null, true, false, function, if, then, else, for, between, instance, of\)\./,
    );
  },
};
