import {
  association,
  boundary,
  compensation,
  end,
  flow,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'compensating an activity of another scope is refused',
  rule: 'The reference must be in the scope of the event.',
  async run(z) {
    const deployed = z.deploy(
      process(
        'p',
        start(),
        sub(
          'sp',
          start('s'),
          task('a'),
          boundary('c', 'a', compensation()),
          task('undo', undo),
          end('e'),
          flow('s > a > e'),
          association('c', 'undo'),
        ),
        throwing('t', compensation('a')),
        end(),
        flow('start > sp > t > end'),
      ),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /ERROR: The referenced compensation activity 'a' must be in the same scope as the compensation throw event/,
    );
  },
};
