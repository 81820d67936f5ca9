import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty worker name is accepted',
  rule: 'The worker is a label only.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    z.equal((await z.job('work', { worker: '' })).worker, '');
  },
};
