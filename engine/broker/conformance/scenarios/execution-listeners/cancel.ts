import { line, listener, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling takes the job of a listener along',
  rule: 'It is not found any more.',
  async run(z) {
    await z.deploy(line('p', task('a', listener('start', 's'))));
    const instance = await z.create('p');
    const job = await z.job('s');
    await z.cancel(instance);
    await z.ended(instance);
    await z.rejected(z.complete(job), 'NOT_FOUND');
  },
};
