import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the caller of a cancelled instance gets no result',
  rule: 'It waits until its time-out.',
  alone: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    const answer = z.rejected(z.result('p', {}, { requestTimeout: 1000 }), 'DEADLINE_EXCEEDED');
    await z.cancel(await z.job('work'));
    await answer;
  },
};
