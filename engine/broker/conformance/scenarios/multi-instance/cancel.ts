import { flow, line, multi, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling an instance ends all inner instances',
  rule: 'Their jobs are gone.',
  async run(z) {
    const inside = [start('is'), task('w'), flow('is > w')];
    await z.deploy(line('p', sub('s', multi({ items: '=[1,2]' }), ...inside)));
    const instance = await z.create('p');
    const jobs = await z.jobs('w', 2);
    await z.cancel(instance);
    await z.ended(instance);
    for (const job of jobs) await z.rejected(z.complete(job), 'NOT_FOUND');
  },
};
