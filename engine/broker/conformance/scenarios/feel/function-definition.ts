import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'functions may be defined and called',
  rule: 'In one expression.',
  async run(z) {
    await z.deploy(line('p', script('s', '={f: function(x, y) x * y, r: f(3, 4)}.r', 'r')));
    z.equal((await z.result('p')).r, 12);
  },
};
