import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'in a sequential loop numberOfInstances counts the instances created so far',
  rule: 'Not the items of the list: 1, 0, 1, 0 after the first, 2, 0, 2, 0 after the second.',
  async run(z) {
    const until =
      '=n = [numberOfInstances,numberOfActiveInstances,numberOfCompletedInstances,numberOfTerminatedInstances]';
    const each = multi({
      sequential: true,
      items: '=[1,2,3,4]',
      item: 'x',
      results: 'res',
      result: '=x',
      until,
    });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p');
    await z.work('w', { n: [4, 0, 1, 0] });
    await z.work('w', { n: [2, 0, 2, 0] });
    z.equal((await z.job('after')).variables, { n: [2, 0, 2, 0], res: [1, 2, null, null] });
    await z.noJob('w');
  },
};
