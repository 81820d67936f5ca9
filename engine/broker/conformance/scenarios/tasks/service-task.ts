import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a service task is a job; completing it goes on',
  rule: 'An active service task offers one job of its type. Completing the job completes the task and takes its flows.',
  async run(z) {
    await z.deploy(line('p', task('first'), task('second')));
    const instance = await z.create('p', { a: 1 });
    const first = await z.job('first');
    z.equal(first.elementId, 'first');
    z.equal(first.bpmnProcessId, 'p');
    z.equal(first.processInstanceKey, instance.processInstanceKey);
    z.equal(first.variables, { a: 1 });
    await z.complete(first, { b: 2 });
    z.equal((await z.work('second')).variables, { a: 1, b: 2 });
    await z.ended(instance);
  },
};
