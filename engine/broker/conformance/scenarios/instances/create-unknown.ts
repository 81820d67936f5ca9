import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown process is not found',
  rule: 'By id, by id and version, by key.',
  async run(z) {
    await z.rejected(
      z.create('p'),
      'NOT_FOUND',
      "Expected to find process definition with process ID 'p', but none found",
    );
    await z.rejected(
      z.create('p', {}, { version: 3 }),
      'NOT_FOUND',
      "Expected to find process definition with process ID 'p' and version '3', but none found",
    );
    await z.rejected(
      z.call('CreateProcessInstance', { processDefinitionKey: 1234 }),
      'NOT_FOUND',
      "Expected to find process definition with key '1234', but none found",
    );
    await z.rejected(
      z.call('CreateProcessInstance', {}),
      'NOT_FOUND',
      "Expected to find process definition with key '0', but none found",
    );
  },
};
