import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'and, or, not know a third value',
  rule: 'Null takes part as unknown.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script(
          's',
          '=[null and false, null and true, null or true, null or false, true and 5, not(null)]',
          'r',
        ),
      ),
    );
    z.equal(await z.result('p'), { r: [false, null, true, null, null, null] });
  },
};
