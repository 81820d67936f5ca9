import { catching, flow, message, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message that is waited for needs a correlation key',
  rule: 'The subscription element carries it.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', message('m')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Must have exactly one zeebe:subscription extension element/,
    );
  },
};
