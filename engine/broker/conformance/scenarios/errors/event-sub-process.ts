import { error, eventSub, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error event sub-process catches errors of its scope',
  rule: "The scope's work is terminated; what it does completes the scope.",
  async run(z) {
    const es = eventSub('es', start('s', error('E')), task('handle'), flow('s > handle'));
    await z.deploy(
      process('p', start(), task('work'), task('other'), es, flow('start > work'), flow('start > other')),
    );
    const instance = await z.create('p');
    const other = await z.job('other');
    await z.throwError(await z.job('work'), 'E');
    await z.rejected(z.complete(other), 'NOT_FOUND');
    await z.work('handle');
    await z.ended(instance);
  },
};
