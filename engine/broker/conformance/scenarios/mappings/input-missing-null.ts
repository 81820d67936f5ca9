import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a missing variable maps to null',
  rule: 'It is a warning, no incident.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=nope', 'a'))));
    await z.create('p');
    z.equal((await z.job('work')).variables, { a: null });
  },
};
