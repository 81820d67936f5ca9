import { flow, job, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a service task has one task definition',
  rule: 'Two are refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', job('x'), job('y')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('a', "Must have exactly one 'zeebe:taskDefinition' extension element"),
    );
  },
};
