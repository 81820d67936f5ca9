import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'lists count from 1',
  rule: 'Outside there is null; negative positions count from the end.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[l[1], l[-1], l[0], l[9], count(l), sum(l), max(l), l[item > 1], append(l, 4), reverse(l), distinct values([1,1,2])]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p', { l: [1, 2, 3] })).r, [
      1,
      3,
      null,
      null,
      3,
      6,
      3,
      [2, 3],
      [1, 2, 3, 4],
      [3, 2, 1],
      [1, 2],
    ]);
  },
};
