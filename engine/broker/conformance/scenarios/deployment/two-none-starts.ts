import { process, start } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process has one none start event at most',
  rule: 'Others must be message, timer or signal starts.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('a'), start('b'))),
      'INVALID_ARGUMENT',
      deploymentError('p', 'Multiple none start events are not allowed'),
    );
  },
};
