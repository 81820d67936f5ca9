import {
  association,
  boundary,
  compensation,
  end,
  eventSub,
  flow,
  job,
  message,
  nonInterrupting,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a throw event in an event sub-process compensates in the order of completion',
  rule: 'Whether an activity completed inside or around it.',
  async run(z) {
    const esp = eventSub(
      'esp',
      start('es', nonInterrupting, message('begin', '=k')),
      task('d'),
      boundary('cd', 'd', compensation()),
      task('undoD', undo, job('undo')),
      task('w'),
      throwing('t', compensation()),
      end('ee'),
      flow('es > d > w > t > ee'),
      association('cd', 'undoD'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('ca', 'a', compensation()),
        task('undoA', undo, job('undo')),
        task('wait'),
        esp,
        end(),
        flow('start > a > wait > end'),
        association('ca', 'undoA'),
      ),
    );
    await z.create('p', { k: z.name('k') });
    await z.publish('begin', z.name('k'), { ttl: 5000 });
    await z.work('d');
    await z.work('a');
    await z.work('w');
    const jobs = await z.jobs('undo', 2);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['undoD', 'undoA'],
    );
  },
};
