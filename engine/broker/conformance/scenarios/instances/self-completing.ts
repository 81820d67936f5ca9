import { end, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance without a wait state completes at once',
  rule: 'Nothing is left of it.',
  async run(z) {
    await z.deploy(process('p', start(), end(), flow('start > end')));
    await z.ended(await z.create('p'));
  },
};
