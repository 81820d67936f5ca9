import { call, input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with propagateAllParentVariables=false only the mapped variables go down',
  rule: 'None without mappings.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    const own = { propagateAllParentVariables: false };
    await z.deploy(line('p', call('a', 'c', own, input('=x + 1', 'y')), call('b', 'c', own)));
    await z.create('p', { x: 1 });
    z.equal((await z.work('work')).variables, { y: 2 });
    z.equal((await z.work('work')).variables, {});
  },
};
