import { flow, input, manualTask, process, start, sub } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the result holds the variables of the process only',
  rule: 'What is local to a scope is not in it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=5', 'local'), start('s'), manualTask('m'), flow('s > m')),
        flow('start > sp'),
      ),
    );
    z.equal(await z.result('p', { a: 1 }), { a: 1 });
  },
};
