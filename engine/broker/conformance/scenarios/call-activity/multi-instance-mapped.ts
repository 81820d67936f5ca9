import { call, line, multi, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance call activity with output mappings keeps the results of each called instance',
  rule: 'Parallel or one after the other, each called instance is one of its own.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    for (const sequential of [false, true]) {
      const each = multi({ sequential, items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
      const own = { propagateAllChildVariables: false };
      await z.deploy(line('p', call('a', 'c', own, output('=answer', 'r'), each), task('after')));
      await z.create('p');
      const first = await z.work('work', { answer: 'one' });
      const second = await z.work('work', { answer: 'two' });
      z.ok(first.processInstanceKey !== second.processInstanceKey, 'two instances');
      z.equal((await z.work('after')).variables, { res: ['one', 'two'] });
    }
  },
};
