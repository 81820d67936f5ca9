import {
  boundary,
  end,
  extension,
  flow,
  input,
  message,
  process,
  start,
  task,
  userTask,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a native user task is left by boundary events, modifications and cancellation',
  rule: 'It has no job that a gRPC client could complete.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        userTask('u', extension('userTask'), input('=k', 'mine')),
        boundary('b', 'u', message('m', '=k')),
        task('left'),
        task('after'),
        end(),
        flow('start > u > after > end'),
        flow('b > left'),
      ),
    );
    const instance = await z.create('p', { k: z.name('k') });
    await z.publish('m', z.name('k'), { ttl: 5000 });
    await z.work('left');
    await z.ended(instance);
  },
};
