import { beside, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the branch of a non-interrupting event keeps its process open',
  rule: 'The task completes, the process waits for the branch.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('m', 'work', message('note', '=id')),
        task('noted'),
        flow('start > work'),
        flow('m > noted'),
      ),
    );
    const instance = await z.create('p', { id: 'A' });
    await z.publish('note', 'A', { ttl: 5_000 });
    const noted = await z.job('noted');
    await z.work('work');
    await z.running(instance);
    await z.complete(noted);
    await z.ended(instance);
  },
};
