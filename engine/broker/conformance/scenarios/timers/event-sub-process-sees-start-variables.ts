import { duration, eventSub, flow, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the timer of an event sub-process sees the variables of the start',
  rule: "Subscriptions are made after the start event's output mappings.",
  async run(z) {
    const es = eventSub('es', start('s', duration('=wait')), task('late'), flow('s > late'));
    await z.deploy(
      process('p', start('start', output('="PT0S"', 'wait')), task('work'), es, flow('start > work')),
    );
    await z.create('p');
    await z.work('late');
  },
};
