import { flow, input, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process with inputs has variables of its own',
  rule: 'Inside they hide the outer ones; completion variables that find a local one stay local.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=a + 1', 'a'), start('s'), task('inner'), flow('s > inner')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p', { a: 1 });
    z.equal((await z.work('inner', { a: 5, b: 6 })).variables, { a: 2 });
    z.equal((await z.job('after')).variables, { a: 1, b: 6 });
  },
};
