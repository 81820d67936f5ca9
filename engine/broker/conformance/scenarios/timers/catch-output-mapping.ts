import { catching, duration, line, output } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer catch event has output mappings',
  rule: 'They see the variables of the process.',
  async run(z) {
    await z.deploy(line('p', catching('t', duration('PT0S'), output('=a + 1', 'b'))));
    z.equal(await z.result('p', { a: 1 }), { a: 1, b: 2 });
  },
};
