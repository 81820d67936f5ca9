import { boundary, flow, listener, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'while an end listener runs the task is interrupted no more',
  rule: 'A message for its boundary event is refused.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', listener('end', 'l')),
        boundary('m', 'work', message('stop', '=id')),
        task('stopped'),
        task('next'),
        flow('start > work > next'),
        flow('m > stopped'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.work('work');
    const listening = await z.job('l');
    await z.publish('stop', 'A', { ttl: 2_000 });
    await z.noJob('stopped');
    await z.complete(listening);
    await z.job('next');
  },
};
