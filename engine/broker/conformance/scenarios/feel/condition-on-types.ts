import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a condition must be boolean',
  rule: 'Text "true" is not.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[if "true" then 1 else 2, not("a")]', 'r')));
    z.equal((await z.result('p')).r, [2, null]);
  },
};
