import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'only the root instance can be cancelled, and all called instances end with it',
  rule: 'A called instance refuses and names the root.',
  async run(z) {
    await z.deploy(line('d', task('work')), line('c', call('inner', 'd')), line('p', call('outer', 'c')));
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.rejected(
      z.cancel(job),
      'FAILED_PRECONDITION',
      `Expected to cancel a process instance with key '${job.processInstanceKey}', but it is created by a parent process instance. Cancel the root process instance '${instance.processInstanceKey}' instead.`,
    );
    await z.running(job);
    await z.cancel(instance);
    await z.ended(instance);
    await z.ended(job);
    await z.rejected(z.complete(job), 'NOT_FOUND');
  },
};
