import {
  association,
  boundary,
  compensation,
  end,
  eventSub,
  flow,
  job,
  message,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a throw event in an event sub-process compensates the scope around it, too',
  rule: 'What completed there comes first.',
  async run(z) {
    const esp = eventSub(
      'esp',
      start('es', message('stop', '=k')),
      task('d'),
      boundary('cd', 'd', compensation()),
      task('undoD', undo, job('undo')),
      throwing('t', compensation()),
      end('ee'),
      flow('es > d > t > ee'),
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
    const instance = await z.create('p', { k: z.name('k') });
    await z.work('a');
    await z.job('wait');
    await z.publish('stop', z.name('k'), { ttl: 5000 });
    await z.work('d');
    const jobs = await z.jobs('undo', 2);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['undoA', 'undoD'],
    );
    for (const job of jobs) await z.complete(job);
    await z.ended(instance);
  },
};
