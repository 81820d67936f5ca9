import { input, line, output, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a none throw event has output mappings, no inputs',
  rule: 'It passes at once.',
  async run(z) {
    await z.deploy(line('p', throwing('t', input('=1', 'a'), output('=x + 1', 'y'))));
    z.equal(await z.result('p', { x: 1 }), { x: 1, y: 2 });
  },
};
