import { catching, flow, process, signal, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal needs a name',
  rule: 'An empty one is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', signal('')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Name must be present and not empty/,
    );
  },
};
