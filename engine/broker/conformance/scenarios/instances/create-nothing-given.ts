import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'neither id nor key',
  rule: 'With the key −1 nothing is given.',
  async run(z) {
    await z.rejected(
      z.call('CreateProcessInstance', { processDefinitionKey: -1 }),
      'INVALID_ARGUMENT',
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected at least a bpmnProcessId or a key greater than -1, but none given",
    );
  },
};
