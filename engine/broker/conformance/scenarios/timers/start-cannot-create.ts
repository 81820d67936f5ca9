import { duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process with only a timer start cannot be created by hand',
  rule: 'There is no none start event.',
  async run(z) {
    await z.deploy(process('p', start('start', duration('PT1H')), task('work'), flow('start > work')));
    await z.rejected(
      z.create('p'),
      'FAILED_PRECONDITION',
      "Command 'CREATE' rejected with code 'INVALID_STATE': Expected to create instance of process with none start event, but there is no such event",
    );
  },
};
