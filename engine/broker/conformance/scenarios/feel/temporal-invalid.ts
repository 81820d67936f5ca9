import { line, script } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'text that is no date gives null',
  rule: 'No failure.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        script('s', '=[date("2024-02-30"), date("2024-1-2"), duration("P1W"), time("25:00:00")]', 'r'),
      ),
    );
    z.equal((await z.result('p')).r, [null, null, null, null]);
  },
};
