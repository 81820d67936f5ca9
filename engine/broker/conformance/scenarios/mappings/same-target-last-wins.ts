import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'of two mappings to one target the last wins',
  rule: 'No error is raised.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'a'), input('=2', 'a'))));
    await z.create('p');
    z.equal((await z.job('work')).variables, { a: 2 });
  },
};
