import { line, multi, script, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'inner instances that are already about to complete still do when the condition is met',
  rule: 'Scripts of a parallel loop are all under way before the first one ends.',
  async run(z) {
    const each = multi({
      items: '=[1,2,3,4]',
      item: 'x',
      results: 'res',
      result: '=r',
      until: '=numberOfCompletedInstances >= 2',
    });
    await z.deploy(line('p', script('w', '=x * 10', 'r', each), task('after')));
    await z.create('p');
    z.equal((await z.job('after')).variables, { res: [10, 20, 30, 40] });
  },
};
