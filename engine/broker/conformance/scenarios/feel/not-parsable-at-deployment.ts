import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an expression that does not parse is refused at deployment',
  rule: 'Wherever it stands.',
  async run(z) {
    for (const text of ['=x >', '=a == b', '=a && b', "='x'", '=if a then b', '=1 < 2 < 3'])
      await z.rejected(
        z.deploy(line('p', script('s', text, 'r'))),
        'INVALID_ARGUMENT',
        /failed to parse expression/,
      );
  },
};
