import { compensation, end, flow, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'compensating an activity without handler is refused',
  rule: 'A reference needs a compensation boundary event or a sub-process.',
  async run(z) {
    const deployed = z.deploy(
      process('p', start(), task('a'), throwing('t', compensation('a')), end(), flow('start > a > t > end')),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /ERROR: The referenced compensation activity 'a' must have either a compensation boundary event or be a subprocess/,
    );
  },
};
