import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'arithmetic with null gives null',
  rule: 'Wherever it stands.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[n + 1, 1 - n, n * 2, -n, n + n]', 'r')));
    z.equal((await z.result('p')).r, [null, null, null, null, null]);
  },
};
