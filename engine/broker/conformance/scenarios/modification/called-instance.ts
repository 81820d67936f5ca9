import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called instance cannot be ended by a modification',
  rule: 'Its parent would have to be modified.',
  async run(z) {
    await z.deploy(line('p', call('c', 'child')), line('child', task('a'), task('b')));
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.rejected(
      z.modify(a, { terminate: [a.elementInstanceKey] }),
      'INVALID_ARGUMENT',
      "Expected to modify instance of process 'child' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.",
    );
    await z.modify(a, { activate: [{ elementId: 'b' }], terminate: [a.elementInstanceKey] });
    await z.work('b');
    await z.ended(instance);
  },
};
