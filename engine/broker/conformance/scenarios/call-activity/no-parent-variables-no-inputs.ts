import { call, line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'without parent variables and without input mappings nothing is handed down',
  rule: 'Not even the item and the counter of a multi-instance call activity.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(
      line(
        'p',
        call('called', 'c', { propagateAllParentVariables: false }, multi({ items: '=[1, 2]', item: 'i' })),
      ),
    );
    await z.create('p', { a: 1 });
    z.equal(
      (await z.jobs('work', 2)).map(({ variables }) => variables),
      [{}, {}],
    );
  },
};
