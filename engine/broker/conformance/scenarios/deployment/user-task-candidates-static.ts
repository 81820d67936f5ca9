import { extension, flow, process, start, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static list of candidates is checked',
  rule: 'Values between commas.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          userTask('a', extension('assignmentDefinition', { candidateGroups: 'a,,b' })),
          flow('start > a'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Expected static value to be a list of comma-separated values, e\.g\. 'a,b,c', but found 'a,,b'\./,
    );
  },
};
