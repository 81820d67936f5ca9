import { date, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the expression of a start timer sees no variables',
  rule: 'A name in it is null, and the deployment is refused.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start('start', date('=x')), task('work'), flow('start > work'))),
      'INVALID_ARGUMENT',
      /Invalid timer date expression \(Expected result of the expression 'x' to be one of '\[DATE_TIME, STRING\]', but was 'NULL'/,
    );
  },
};
