import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a later mapping sees the earlier ones',
  rule: 'So two names cannot be exchanged.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=b', 'a'), input('=a', 'b'))));
    await z.create('p', { a: 1, b: 2 });
    z.equal((await z.job('work')).variables, { a: 2, b: 2 });
  },
};
