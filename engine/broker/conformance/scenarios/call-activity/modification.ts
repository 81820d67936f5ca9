import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'called instances can be modified, but not emptied',
  rule: "Ending the last element of a called instance is refused: that is the caller's business. A call activity can be activated by modification.",
  async run(z) {
    await z.deploy(line('c', task('work')));
    await z.deploy(line('p', task('begin'), call('a', 'c'), task('after')));
    const instance = await z.create('p', { r: 1 });
    await z.job('begin');
    await z.modify(instance, { activate: [{ elementId: 'a' }] });
    const job = await z.job('work');
    z.equal(job.variables, { r: 1 });
    await z.rejected(
      z.modify(job, { terminate: [job.elementInstanceKey] }),
      'INVALID_ARGUMENT',
      "Expected to modify instance of process 'c' but the given instructions would terminate the instance. The instance was created by a call activity in the parent process. To terminate this instance please modify the parent process instead.",
    );
    await z.modify(job, { activate: [{ elementId: 'work' }], terminate: [job.elementInstanceKey] });
    await z.work('work', { v: 1 });
    z.equal((await z.job('after')).variables, { r: 1, v: 1 });
  },
};
