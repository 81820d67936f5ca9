import { call, input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables local to an element of the called process do not come up',
  rule: 'Only those of the called instance itself.',
  async run(z) {
    await z.deploy(line('c', task('work', input('=1', 'mine'))), line('p', call('a', 'c'), task('after')));
    await z.create('p');
    await z.work('work', { mine: 2, ours: 3 });
    z.equal((await z.job('after')).variables, { ours: 3 });
  },
};
