import { line, manualTask, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the first jobs are there when Create has answered',
  rule: 'A poll that does not wait finds them.',
  async run(z) {
    await z.deploy(line('p', manualTask('m'), task('work')));
    for (let n = 0; n < 5; n++) {
      await z.create('p');
      z.equal((await z.activate('work')).length, 1);
    }
  },
};
