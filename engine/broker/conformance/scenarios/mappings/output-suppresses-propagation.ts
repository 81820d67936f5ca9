import { line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with output mappings nothing else is propagated',
  rule: "The job's variables stay local.",
  async run(z) {
    await z.deploy(line('p', task('work', output('=x', 'y')), task('after')));
    await z.create('p', { a: 1 });
    await z.work('work', { x: 1, a: 9, z: 3 });
    z.equal((await z.job('after')).variables, { a: 1, y: 1 });
  },
};
