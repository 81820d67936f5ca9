import { boundary, duration, end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a scope whose events cannot be subscribed to is refused',
  rule: 'Nothing of the modification happens.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        sub('sp', start('s'), task('b'), end('e'), flow('s > b > e')),
        boundary('c', 'sp', duration('=nope')),
        end(),
        flow('start > a > sp > end'),
        flow('c > end'),
      ),
    );
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.rejected(
      z.modify(instance, {
        activate: [{ elementId: 'b', variableInstructions: [{ variables: '{"v":1}' }] }],
        terminate: [a.elementInstanceKey],
      }),
      'INVALID_ARGUMENT',
      "Expected to subscribe to catch event(s) of 'sp' but Expected result of the expression 'nope' to be one of '[DURATION, PERIOD, STRING]', but was 'NULL'. The evaluation reported the following warnings:\n[NO_VARIABLE_FOUND] No variable found with name 'nope'",
    );
    await z.complete(a);
    await z.resolve();
    await z.noJob('b');
  },
};
