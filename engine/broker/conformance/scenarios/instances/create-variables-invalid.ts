import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the variables of an instance must be an object',
  rule: 'Everything else is refused with its kind.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    for (const [variables, kind] of [
      ['[]', 'ARRAY'],
      ['1', 'INTEGER'],
      ['"x"', 'STRING'],
      ['true', 'BOOLEAN'],
    ] as const)
      await z.rejected(
        z.call('CreateProcessInstance', { bpmnProcessId: z.name('p'), version: -1, variables }),
        'INVALID_ARGUMENT',
        `Property 'variables' is invalid: Expected document to be a root level object, but was '${kind}'`,
      );
  },
};
