import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the keys of the variables document: nearest scope first, then by length, then bytewise',
  rule: 'Inside a scope shorter names come first, equal lengths in byte order.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'zz'), input('=2', 'y'))));
    await z.create('p', { b: 1, aa: 2, B: 3, a: 4, c10: 5 });
    z.equal((await z.job('work')).text, '{"y":2,"zz":1,"B":3,"a":4,"b":1,"aa":2,"c10":5}');
  },
};
