import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'comparing with null',
  rule: 'Equality is decided, order is null.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[null = null, nope = null, 1 = null, null < 1, "5" = 5]', 'r')));
    z.equal(await z.result('p'), { r: [true, true, false, null, null] });
  },
};
