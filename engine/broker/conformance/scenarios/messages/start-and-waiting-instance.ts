import { catching, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message that reaches a waiting instance does not start another of that process',
  rule: 'One correlation per process id.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        start('byMessage', message('order')),
        catching('c', message('order', '=id')),
        task('after'),
        task('started'),
        flow('start > c > after'),
        flow('byMessage > started'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.sleep(200);
    await z.publish('order', 'A');
    await z.job('after');
    await z.noJob('started');
  },
};
