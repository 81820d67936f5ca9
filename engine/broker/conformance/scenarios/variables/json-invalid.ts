import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'text that is no JSON is refused',
  rule: 'Unquoted names, comments, NaN and trailing commas are no JSON.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    for (const variables of ['{a:1}', '{"a":1,}', '{"a":NaN}', '/* */{}', '{"a"', 'x'])
      await z.rejected(
        z.call('CreateProcessInstance', { bpmnProcessId: z.name('p'), version: -1, variables }),
        'INVALID_ARGUMENT',
        /^Invalid JSON value: /,
      );
  },
};
