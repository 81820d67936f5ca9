import { element, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'all that is wrong is said',
  rule: 'Each element with its messages.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), element('serviceTask', 'a'), element('scriptTask', 'b'), flow('start > a > b')),
      ),
      'INVALID_ARGUMENT',
      /(Element: a\n {4}- ERROR: .*\n- Element: b\n {4}- ERROR: )|(Element: b\n {4}- ERROR: .*\n- Element: a\n {4}- ERROR: )/,
    );
  },
};
