import { boundary, duration, end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance whose scopes cannot subscribe is not created',
  rule: 'The expression that failed is told.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('b'), end('e'), flow('s > b > e')),
        boundary('c', 'sp', duration('=nope')),
        end(),
        flow('start > sp > end'),
        flow('c > end'),
      ),
    );
    await z.rejected(
      z.create('p', {}, { startInstructions: [{ elementId: 'b' }] }),
      'INVALID_ARGUMENT',
      "Expected to subscribe to catch event(s) of 'sp' but Expected result of the expression 'nope' to be one of '[DURATION, PERIOD, STRING]', but was 'NULL'. The evaluation reported the following warnings:\n[NO_VARIABLE_FOUND] No variable found with name 'nope'",
    );
    await z.noJob('b');
  },
};
