import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a source without = is text',
  rule: 'Even if it looks like a number or like null.',
  async run(z) {
    await z.deploy(line('p', task('work', input('5', 'a'), input('null', 'b'), input('=', 'c'))));
    await z.create('p');
    z.equal((await z.job('work')).variables, { a: '5', b: 'null', c: '=' });
  },
};
