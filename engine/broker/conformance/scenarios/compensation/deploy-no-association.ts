import { boundary, compensation, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a compensation boundary event without handler is refused',
  rule: 'It needs an association or a sequence flow.',
  async run(z) {
    const deployed = z.deploy(
      process('p', start(), task('a'), boundary('c', 'a', compensation()), end(), flow('start > a > end')),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /- Element: c\n {4}- ERROR: Must have at least one outgoing sequence flow or association/,
    );
  },
};
