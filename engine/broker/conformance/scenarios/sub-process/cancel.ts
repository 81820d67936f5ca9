import { flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling the instance cancels what is inside',
  rule: 'The job inside is gone.',
  async run(z) {
    await z.deploy(
      process('p', start(), sub('sp', start('s'), task('inner'), flow('s > inner')), flow('start > sp')),
    );
    const instance = await z.create('p');
    const inner = await z.job('inner');
    await z.cancel(instance);
    await z.ended(instance);
    await z.rejected(z.complete(inner), 'NOT_FOUND');
  },
};
