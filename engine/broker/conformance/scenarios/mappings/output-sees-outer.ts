import { input, line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'output mappings see local and outer variables',
  rule: "The completion's variables first.",
  async run(z) {
    await z.deploy(line('p', task('work', input('=10', 'i'), output('=i + a + x', 'sum')), task('after')));
    await z.create('p', { a: 1 });
    await z.work('work', { x: 100 });
    z.equal((await z.job('after')).variables, { a: 1, sum: 111 });
  },
};
