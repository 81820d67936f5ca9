import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sequential loop ends when its list has become shorter',
  rule: 'The list is read again before each further item; the results keep their length.',
  async run(z) {
    const each = multi({ sequential: true, items: '=items', item: 'x', results: 'res', result: '=x' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p', { items: [1, 2, 3] });
    await z.work('w', { items: [5] });
    z.equal((await z.job('after')).variables, { items: [5], res: [1, null, null] });
  },
};
