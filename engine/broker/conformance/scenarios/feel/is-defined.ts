import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'is defined tells null from nothing',
  rule: 'A null variable counts as not defined.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[is defined(a), is defined(b), is defined(zz)]', 'r')));
    z.equal((await z.result('p', { a: 1, b: null })).r, [true, false, false]);
  },
};
