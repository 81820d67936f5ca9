import { flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message start event has output mappings',
  rule: 'Only their results become variables of the instance.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start('start', message('begin'), output('=v + 1', 'w')),
        task('work'),
        flow('start > work'),
      ),
    );
    await z.publish('begin', '', { variables: { v: 1 } });
    z.equal((await z.job('work')).variables, { w: 2 });
  },
};
