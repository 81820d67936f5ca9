import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process without a none start cannot be created',
  rule: 'Message and timer starts are for themselves.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    await z.rejected(
      z.create('p'),
      'FAILED_PRECONDITION',
      'Expected to create instance of process with none start event, but there is no such event',
    );
  },
};
