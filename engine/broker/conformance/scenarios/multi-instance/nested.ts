import { flow, line, multi, script, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'loops inside loops',
  rule: 'Each inner instance of the outer loop has an inner loop of its own.',
  async run(z) {
    const inner = multi({ items: '=xs', item: 'x', results: 'row', result: '=r' });
    const outer = multi({ items: '=[[1,2],[],[3]]', item: 'xs', results: 'all', result: '=row' });
    const inside = [start('is'), script('w', '=x * 10', 'r', inner), flow('is > w')];
    await z.deploy(line('p', sub('s', outer, ...inside), task('after')));
    await z.create('p');
    z.equal((await z.job('after')).variables, { all: [[10, 20], [], [30]] });
  },
};
