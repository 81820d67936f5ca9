import { line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'null values are kept',
  rule: 'As a variable that is null, in both directions.',
  async run(z) {
    await z.deploy(line('p', task('work', output('=nope', 'n')), task('after')));
    await z.create('p', { a: null });
    await z.work('work');
    z.equal((await z.job('after')).variables, { a: null, n: null });
  },
};
