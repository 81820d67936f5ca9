import {
  association,
  boundary,
  compensation,
  end,
  flow,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a throw event waits for ever for a handler that a modification terminated',
  rule: 'Without the throw event the handlers still run, and the instance ends with them.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('c', 'a', compensation()),
        task('undo', undo),
        throwing('t', compensation()),
        task('after'),
        end(),
        flow('start > a > t > after > end'),
        association('c', 'undo'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    const job = await z.job('undo');
    await z.modify(instance, { terminate: [job.elementInstanceKey] });
    await z.noJob('after');
    await z.running(instance);
  },
};
