import { boundary, flow, input, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the key of a boundary message is evaluated outside the task',
  rule: 'An input mapping of the task does not change it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', input('="inner"', 'id')),
        boundary('b', 'work', message('stop', '=id')),
        task('after'),
        flow('start > work'),
        flow('b > after'),
      ),
    );
    await z.create('p', { id: 'outer' });
    await z.job('work');
    await z.publish('stop', 'inner', { ttl: 10_000 });
    await z.noJob('after');
    await z.publish('stop', 'outer', { ttl: 10_000 });
    await z.job('after');
  },
};
