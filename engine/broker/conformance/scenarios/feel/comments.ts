import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'comments are allowed',
  rule: 'Of both kinds.',
  async run(z) {
    await z.deploy(line('p', script('s', '=1 /* one */ + 2 // two', 'r')));
    z.equal((await z.result('p')).r, 3);
  },
};
