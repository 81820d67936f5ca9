import { call, eventSub, flow, line, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupting event sub-process of the caller ends the called instance first',
  rule: 'Then its own work begins.',
  async run(z) {
    const handler = eventSub(
      'esp',
      start('es', message('m', '="k$run"')),
      task('handle'),
      flow('es > handle'),
    );
    await z.deploy(
      line('c', task('work')),
      process('p', start(), call('a', 'c'), handler, flow('start > a')),
    );
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.publish('m', z.name('k'), { variables: { note: 1 } });
    z.equal((await z.work('handle')).variables, { note: 1 });
    await z.ended(job);
    await z.ended(instance);
  },
};
