import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the job gets all visible variables, the nearest scope wins',
  rule: 'A job without fetchVariables carries every variable of its scope and the scopes around it; a local one hides an outer one.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=a + 1', 'a'), input('=b', 'c'))));
    await z.create('p', { a: 1, b: 2 });
    z.equal((await z.job('work')).variables, { a: 2, b: 2, c: 2 });
  },
};
