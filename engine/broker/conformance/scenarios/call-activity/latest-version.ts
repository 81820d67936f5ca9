import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the latest version is called',
  rule: 'Chosen when the call activity begins, not when the caller was deployed.',
  async run(z) {
    await z.deploy(line('c', task('work')), line('p', call('a', 'c')));
    await z.deploy(line('c', task('work'), task('more')));
    await z.create('p');
    z.equal((await z.work('work')).processDefinitionVersion, 2);
    await z.job('more');
  },
};
