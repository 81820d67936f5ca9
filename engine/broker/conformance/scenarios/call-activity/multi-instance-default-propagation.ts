import { call, line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance call activity with default propagation overwrites its own results',
  rule: 'Each called instance has a copy of the results, the item and the number, and writes them all back: results belong into output mappings.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
    await z.deploy(line('c', task('work')), line('p', call('a', 'c', each), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('work', 2)) as [Job, Job];
    z.equal(first.variables, { r: null, x: 1, loopCounter: 1, res: [null, null] });
    await z.complete(first, { r: 10 });
    await z.complete(second, { r: 20 });
    z.equal((await z.job('after')).variables, { x: 2, loopCounter: 2, res: [null, 20] });
  },
};
