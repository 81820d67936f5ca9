import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'contexts have names',
  rule: 'Unknown ones are null; a list of contexts gives a list.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[o.a, o.zz, o.zz.y, {x: 1, y: x + 1}.y, [{a: 1}, {a: 2}].a, get value(o, "a"), get or else(null, 5)]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p', { o: { a: 1 } })).r, [1, null, null, 2, [1, 2], 1, 5]);
  },
};
