import { flow, inclusive, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an inclusive gateway without a flow ends its branch',
  rule: 'As every element does.',
  async run(z) {
    await z.deploy(process('p', start(), inclusive('g'), flow('start > g')));
    await z.ended(await z.create('p'));
  },
};
