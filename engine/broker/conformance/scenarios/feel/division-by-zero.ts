import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'dividing by zero gives null',
  rule: 'With a warning, no failure.',
  async run(z) {
    await z.deploy(line('p', script('s', '=[1/0, 0/0, 5/n]', 'r')));
    z.equal(await z.result('p', { n: 0 }), { n: 0, r: [null, null, null] });
  },
};
