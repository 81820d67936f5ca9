import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'maxJobsToActivate 0 is an empty success',
  rule: 'A request for no job ends at once with an empty stream, whatever else is wrong with it.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p');
    z.equal(await z.activate('work', { maxJobsToActivate: 0 }), []);
    z.equal(await z.activate('', { maxJobsToActivate: 0, timeout: 0 }), []);
    z.equal(await z.activate('work', { maxJobsToActivate: -1, requestTimeout: 5000 }), []);
  },
};
