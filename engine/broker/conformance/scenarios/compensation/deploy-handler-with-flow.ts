import { association, boundary, compensation, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a compensation handler with a sequence flow is refused',
  rule: 'It runs when it is needed, not by a token.',
  async run(z) {
    const deployed = z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        task('b'),
        end(),
        flow('start > a > end'),
        flow('undo > b'),
        association('c', 'undo'),
      ),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /ERROR: A compensation handler should have no outgoing sequence flows/,
    );
  },
};
