import { flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a flow to an element that does not exist is refused',
  rule: 'References must resolve.',
  async run(z) {
    await z.rejected(z.deploy(process('p', start(), flow('start > nowhere'))), 'INVALID_ARGUMENT');
  },
};
