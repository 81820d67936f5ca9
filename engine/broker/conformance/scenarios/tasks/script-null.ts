import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script whose variable is missing gives null',
  rule: 'Unknown names are null with a warning, no incident.',
  async run(z) {
    await z.deploy(line('p', script('s', '=nope', 'r'), script('t', '=nope.x + 1', 'q')));
    z.equal(await z.result('p'), { r: null, q: null });
  },
};
