import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a deleted process cannot be created',
  rule: 'Neither by id nor by key.',
  async run(z) {
    const { processDefinitionKey } = (await z.deploy(line('p', task('a')))).deployments[0].process;
    await z.call('DeleteResource', { resourceKey: processDefinitionKey });
    await z.rejected(
      z.create('p'),
      'NOT_FOUND',
      "Expected to find process definition with process ID 'p', but none found",
    );
    await z.rejected(z.call('CreateProcessInstance', { processDefinitionKey }), 'NOT_FOUND');
  },
};
