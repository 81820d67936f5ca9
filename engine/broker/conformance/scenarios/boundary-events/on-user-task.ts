import { boundary, flow, message, process, start, task, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a user task may be interrupted',
  rule: 'Its job is gone then.',
  alone: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        userTask('review'),
        boundary('m', 'review', message('stop', '=id')),
        task('stopped'),
        flow('start > review'),
        flow('m > stopped'),
      ),
    );
    await z.create('p', { id: 'A' });
    const review = await z.userTask('review');
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.job('stopped');
    await z.rejected(z.complete(review), 'NOT_FOUND');
  },
};
