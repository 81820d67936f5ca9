import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a local variable swallows a differing value of its name',
  rule: 'Without output mappings the completion variable stays local.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'x')), task('after')));
    await z.create('p');
    await z.work('work', { x: 2 });
    z.equal((await z.job('after')).variables, {});
  },
};
