import { end, error, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a thrown error needs a code',
  rule: 'An empty one is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), end('end', error('')), flow('start > end'))),
      'INVALID_ARGUMENT',
      /ERROR: ErrorCode must be present and not empty/,
    );
  },
};
