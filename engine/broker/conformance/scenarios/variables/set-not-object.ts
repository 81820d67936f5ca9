import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables must be an object',
  rule: 'Lists are refused.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const { processInstanceKey } = await z.create('p');
    await z.rejected(
      z.call('SetVariables', { elementInstanceKey: processInstanceKey, variables: '[]' }),
      'INVALID_ARGUMENT',
      "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
    );
  },
};
