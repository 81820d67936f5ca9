import { line, manualTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of a completed instance cannot be set',
  rule: 'It is gone.',
  async run(z) {
    await z.deploy(line('p', manualTask('m')));
    const instance = await z.create('p');
    await z.ended(instance);
    await z.rejected(
      z.setVariables(instance, { a: 1 }),
      'NOT_FOUND',
      `Expected to update variables for element with key '${instance.processInstanceKey}', but no such element was found`,
    );
  },
};
