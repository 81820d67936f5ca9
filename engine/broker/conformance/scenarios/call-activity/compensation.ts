import {
  association,
  boundary,
  call,
  compensation,
  flow,
  line,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a call activity can be compensated, and can be a compensation handler',
  rule: 'It has completed when its called instance has.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    const around = (activity: string, handler: string) =>
      process(
        'p',
        start(),
        activity,
        boundary('cb', 'a', compensation()),
        handler,
        throwing('back', compensation()),
        task('after'),
        flow('start > a > back > after'),
        association('cb', 'undo'),
      );
    await z.deploy(around(call('a', 'c'), task('undo', { isForCompensation: true })));
    await z.create('p');
    await z.work('work', { v: 1 });
    z.equal((await z.work('undo')).variables, { v: 1 });
    await z.work('after');
    const handler = call('undo', 'c').replace(
      '<bpmn:callActivity',
      '<bpmn:callActivity isForCompensation="true"',
    );
    await z.deploy(around(task('a'), handler));
    await z.create('p');
    await z.work('a');
    await z.work('work', { v: 2 });
    z.equal((await z.work('after')).variables, { v: 2 });
  },
};
