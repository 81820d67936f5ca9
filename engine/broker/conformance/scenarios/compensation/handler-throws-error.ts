import {
  association,
  boundary,
  compensation,
  end,
  error,
  eventSub,
  flow,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'an error of a compensation handler is caught around it',
  rule: 'The throw event ends with its scope.',
  async run(z) {
    const esp = eventSub('esp', start('es', error('E')), task('rescue'), end('ee'), flow('es > rescue > ee'));
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        throwing('t', compensation()),
        task('after'),
        esp,
        end(),
        flow('start > a > t > after > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.throwError(await z.job('undo'), 'E');
    await z.work('rescue');
    await z.ended(instance);
    await z.noJob('after');
  },
};
