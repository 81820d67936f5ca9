import { eventSub, flow, message, nonInterrupting, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process ends the others',
  rule: 'What a non-interrupting one does is terminated with the rest.',
  async run(z) {
    const note = eventSub(
      'e1',
      start('s1', nonInterrupting, message('note', '=id')),
      task('noted'),
      flow('s1 > noted'),
    );
    const stop = eventSub('e2', start('s2', message('stop', '=id')), task('stopped'), flow('s2 > stopped'));
    await z.deploy(process('p', start(), task('work'), note, stop, flow('start > work')));
    const instance = await z.create('p', { id: 'A' });
    await z.publish('note', 'A', { ttl: 5_000 });
    const noted = await z.job('noted');
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.work('stopped');
    await z.rejected(z.complete(noted), 'NOT_FOUND');
    await z.ended(instance);
  },
};
