import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'for, some and every go through lists',
  rule: 'Also downwards and over two lists.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[for i in 1..3 return i * 2, for i in 3..1 return i, for a in [1,2], b in [10,20] return a + b, some x in l satisfies x > 2, every x in l satisfies x > 2]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p', { l: [1, 2, 3] })).r, [[2, 4, 6], [3, 2, 1], [11, 21, 12, 22], true, false]);
  },
};
