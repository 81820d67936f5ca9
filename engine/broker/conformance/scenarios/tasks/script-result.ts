import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script task writes its result',
  rule: 'The FEEL expression is evaluated with the visible variables; the result goes to the result variable of the process.',
  async run(z) {
    await z.deploy(line('p', script('s', '=a + 1', 'b')));
    z.equal(await z.result('p', { a: 1 }), { a: 1, b: 2 });
  },
};
