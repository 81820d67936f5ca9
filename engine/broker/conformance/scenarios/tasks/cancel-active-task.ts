import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling ends an instance that waits in a task',
  rule: 'All that is active is terminated.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('next')));
    const instance = await z.create('p');
    await z.job('work');
    await z.cancel(instance);
    await z.ended(instance);
    await z.noJob('next');
  },
};
