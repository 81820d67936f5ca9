import { compensation, end, flow, process, start, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'compensating an unknown activity is refused',
  rule: 'The reference must be there.',
  async run(z) {
    const deployed = z.deploy(
      process('p', start(), throwing('t', compensation('nope')), end(), flow('start > t > end')),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /ERROR: The referenced compensation activity 'nope' doesn't exist/,
    );
  },
};
