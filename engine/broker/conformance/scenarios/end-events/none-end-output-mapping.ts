import { end, flow, input, output, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a none end event has output mappings, no inputs',
  rule: 'Inputs are accepted and ignored.',
  async run(z) {
    await z.deploy(
      process('p', start(), end('end', input('=1', 'a'), output('=x + 1', 'y')), flow('start > end')),
    );
    z.equal(await z.result('p', { x: 1 }), { x: 1, y: 2 });
  },
};
