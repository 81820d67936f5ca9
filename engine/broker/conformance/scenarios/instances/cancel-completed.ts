import { line, manualTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completed instance cannot be cancelled',
  rule: 'It is not found.',
  async run(z) {
    await z.deploy(line('p', manualTask('m')));
    const instance = await z.create('p');
    await z.ended(instance);
    await z.rejected(
      z.cancel(instance),
      'NOT_FOUND',
      `Expected to cancel a process instance with key '${instance.processInstanceKey}', but no such process was found`,
    );
  },
};
