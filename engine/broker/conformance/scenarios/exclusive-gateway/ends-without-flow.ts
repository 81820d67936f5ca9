import { exclusive, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a gateway without outgoing flows ends its branch',
  rule: 'The instance completes.',
  async run(z) {
    await z.deploy(process('p', start(), exclusive('g'), flow('start > g')));
    z.equal(await z.result('p', { a: 1 }), { a: 1 });
  },
};
