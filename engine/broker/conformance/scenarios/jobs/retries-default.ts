import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'three retries unless said otherwise',
  rule: 'A task definition without retries gives 3.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    z.equal((await z.job('work')).retries, 3);
  },
};
