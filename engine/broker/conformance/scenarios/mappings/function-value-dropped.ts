import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a function as value is left out',
  rule: 'It cannot be stored.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=function(x) x', 'f'), input('=1', 'a'))));
    await z.create('p');
    z.equal((await z.job('work')).variables, { a: 1 });
  },
};
