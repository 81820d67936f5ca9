import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process with running instances cannot be deleted',
  rule: 'They have to end first.',
  async run(z) {
    const { processDefinitionKey } = (await z.deploy(line('p', task('a')))).deployments[0].process;
    const instance = await z.create('p');
    await z.rejected(
      z.call('DeleteResource', { resourceKey: processDefinitionKey }),
      'FAILED_PRECONDITION',
      `Command 'DELETE' rejected with code 'INVALID_STATE': Expected to delete resource with key \`${processDefinitionKey}\` but there are still running instances`,
    );
    await z.cancel(instance);
    await z.ended(instance);
    await z.call('DeleteResource', { resourceKey: processDefinitionKey });
  },
};
