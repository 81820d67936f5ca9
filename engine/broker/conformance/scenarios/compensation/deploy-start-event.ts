import { compensation, end, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a compensation event sub-process is refused',
  rule: 'Neither in the process nor in a sub-process.',
  async run(z) {
    const deployed = z.deploy(
      process(
        'p',
        start(),
        eventSub('esp', start('es', compensation()), task('a'), flow('es > a')),
        end(),
        flow('start > end'),
      ),
    );
    await z.rejected(
      deployed,
      'INVALID_ARGUMENT',
      /ERROR: A compensation event subprocess is not allowed on the process level/,
    );
  },
};
