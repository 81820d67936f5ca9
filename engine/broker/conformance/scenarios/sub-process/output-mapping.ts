import { flow, input, output, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process has output mappings',
  rule: 'They see its local variables.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=a', 'x'), output('=x * 10', 'y'), start('s'), task('inner'), flow('s > inner')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p', { a: 1 });
    await z.work('inner', { x: 4 });
    z.equal((await z.job('after')).variables, { a: 1, y: 40 });
  },
};
