import { flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task definition needs a type',
  rule: 'A missing or empty type is no expression.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', '<zeebe:taskDefinition />'), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a > extensionElements > taskDefinition', 'Expected expression but not found.'),
    );
  },
};
