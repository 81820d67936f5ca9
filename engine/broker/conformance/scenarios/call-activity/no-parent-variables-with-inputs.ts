import { call, input, line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'without parent variables the local ones are handed down as soon as there is an input mapping',
  rule: 'Then also the item and the counter of a multi-instance call activity.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(
      line(
        'p',
        call(
          'called',
          'c',
          { propagateAllParentVariables: false },
          multi({ items: '=[1, 2]', item: 'i' }),
          input('=a', 'x'),
        ),
      ),
    );
    await z.create('p', { a: 5 });
    z.equal(
      (await z.jobs('work', 2)).map(({ variables }) => variables),
      [1, 2].map((i) => ({ i, loopCounter: i, x: 5 })),
    );
  },
};
