import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'no more jobs than asked for',
  rule: 'maxJobsToActivate bounds an answer; the next call gets the rest.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    for (let n = 0; n < 5; n++) await z.create('p', { n });
    z.equal((await z.activate('work', { maxJobsToActivate: 3 })).length, 3);
    z.equal((await z.activate('work', { maxJobsToActivate: 3 })).length, 2);
  },
};
