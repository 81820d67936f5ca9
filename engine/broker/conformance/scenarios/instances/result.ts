import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'create with result answers when the instance has completed',
  rule: 'With the variables of the process.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const answer = z.result('p', { a: 1 });
    await z.work('work', { b: 2 });
    z.equal(await answer, { a: 1, b: 2 });
  },
};
