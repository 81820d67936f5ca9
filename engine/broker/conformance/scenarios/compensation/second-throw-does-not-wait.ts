import {
  association,
  boundary,
  compensation,
  flow,
  parallel,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a throw event does not wait for handlers that another one has started',
  rule: 'They belong to that one.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        parallel('fork'),
        throwing('t1', compensation()),
        task('z1'),
        task('go'),
        throwing('t2', compensation()),
        task('z2'),
        flow('start > a > fork > t1 > z1'),
        flow('fork > go > t2 > z2'),
        association('c', 'undo'),
      ),
    );
    await z.create('p');
    await z.work('a');
    const handler = await z.job('undo');
    await z.work('go');
    await z.work('z2');
    await z.noJob('z1');
    await z.complete(handler);
    await z.work('z1');
  },
};
