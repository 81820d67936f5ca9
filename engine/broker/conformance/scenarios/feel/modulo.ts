import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'modulo has the sign of the divisor',
  rule: 'As in the mathematics of the standard.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[modulo(-7, 3), modulo(7, -3), modulo(7, 3)]', 'r')));
    z.equal(await z.result('p'), { r: [2, -2, 1] });
  },
};
