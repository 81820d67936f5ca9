import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'text to numbers and back',
  rule: 'What does not fit is null.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[number("1.5"), number("x"), string(5), date(date and time("2024-01-02T03:04:05")), from json("{}")]',
          'r',
        ),
      ),
    );
    z.equal((await z.result('p')).r.slice(0, 4), [1.5, null, '5', '2024-01-02']);
  },
};
