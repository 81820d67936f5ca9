import { line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an output target with dots into a number gives null',
  rule: 'There is nothing to merge with.',
  async run(z) {
    await z.deploy(line('p', task('work', output('=v', 'o.p')), task('after')));
    await z.create('p', { o: 5 });
    await z.work('work', { v: 1 });
    z.equal((await z.job('after')).variables, { o: null });
  },
};
