import { boundary, flow, input, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the name of a boundary message is evaluated inside the task',
  rule: 'It sees the input mappings, unlike the key.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', input('=inner', 'n')),
        boundary('b', 'work', message('=n', '="K"')),
        task('after'),
        flow('start > work'),
        flow('b > after'),
      ),
    );
    await z.create('p', { inner: z.name('inside'), n: z.name('outside') });
    await z.job('work');
    await z.publish('outside', 'K', { ttl: 10_000 });
    await z.noJob('after');
    await z.publish('inside', 'K', { ttl: 10_000 });
    await z.job('after');
  },
};
