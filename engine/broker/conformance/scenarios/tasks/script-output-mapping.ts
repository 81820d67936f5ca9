import { line, output, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a script task with output mappings propagates only these',
  rule: 'The result stays local and is there for the mappings.',
  async run(z) {
    await z.deploy(line('p', script('s', '={x: a, y: 2}', 'r', output('=r.y', 'out'))));
    z.equal(await z.result('p', { a: 1 }), { a: 1, out: 2 });
  },
};
