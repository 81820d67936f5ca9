import { flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process with signal start events only cannot be created',
  rule: 'It has no none start event.',
  async run(z) {
    await z.deploy(process('p', start('st', signal('s')), task('first'), flow('st > first')));
    await z.rejected(
      z.create('p'),
      'FAILED_PRECONDITION',
      'Expected to create instance of process with none start event, but there is no such event',
    );
  },
};
