import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a running instance keeps its version',
  rule: 'A newer deployment does not change it.',
  async run(z) {
    await z.deploy(line('p', task('work'), task('old')));
    const instance = await z.create('p');
    await z.deploy(line('p', task('work'), task('new')));
    await z.work('work');
    await z.work('old');
    await z.ended(instance);
  },
};
