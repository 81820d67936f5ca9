import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a minus is subtraction',
  rule: 'A variable of such a name needs backticks.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[a-b, `a-b`]', 'r')));
    z.equal((await z.result('p', { a: 5, b: 3, 'a-b': 9 })).r, [2, 9]);
  },
};
