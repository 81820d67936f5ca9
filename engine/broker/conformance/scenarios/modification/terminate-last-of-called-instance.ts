import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called instance cannot be ended by a modification of its caller',
  rule: 'The refusal names the process that would end, not the one that was to be modified.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(line('p', call('called', 'c')));
    const instance = await z.create('p');
    const work = await z.job('work');
    await z.rejected(
      z.modify(instance, { terminate: [work.elementInstanceKey] }),
      'INVALID_ARGUMENT',
      "Command 'MODIFY' rejected with code 'INVALID_ARGUMENT': Expected to modify instance of process 'c' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.",
    );
    await z.running(instance);
  },
};
