import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'create with result gives up after its request time-out; the instance goes on',
  rule: 'The caller gets DEADLINE_EXCEEDED.',
  alone: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.rejected(z.result('p', {}, { requestTimeout: 500 }), 'DEADLINE_EXCEEDED');
    await z.work('work');
  },
};
