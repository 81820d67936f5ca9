import { call, line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a completion condition ends the other called instances',
  rule: 'Then the caller goes on.',
  async run(z) {
    const each = multi({ items: '=[1,2,3]', until: '=numberOfCompletedInstances = 1' });
    await z.deploy(line('c', task('work')), line('p', call('a', 'c', each), task('after')));
    await z.create('p');
    const [first, second, third] = (await z.jobs('work', 3)) as [Job, Job, Job];
    await z.complete(first);
    await z.job('after');
    await z.ended(second);
    await z.ended(third);
  },
};
