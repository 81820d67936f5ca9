import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a job comes back after its time-out, with the same key and retries',
  rule: 'What a dead worker held is offered again when the deadline has passed.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const first = await z.job('work', { timeout: 500 });
    const again = await z.job('work');
    z.equal(again.key, first.key);
    z.equal(again.retries, 3);
    await z.complete(again);
    await z.ended(instance);
  },
};
