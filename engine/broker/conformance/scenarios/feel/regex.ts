import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'matches, replace and extract are regular expressions',
  rule: 'As of Java.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[matches("abc", "b"), replace("abc", "[bc]", "x"), extract("a1b22", "[0-9]+"), matches("abc", "^b")]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r, [true, 'axx', ['1', '22'], false]);
  },
};
