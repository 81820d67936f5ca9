import {
  association,
  boundary,
  compensation,
  end,
  flow,
  input,
  job,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a completed sub-process is compensated with all that completed inside',
  rule: 'First the handler of the sub-process itself, then those inside, from outside to inside. They see the variables of the throw event.',
  async run(z) {
    const inner = sub(
      'inner',
      start('s2'),
      task('b'),
      boundary('cb', 'b', compensation()),
      task('undoB', undo, job('undo')),
      end('e2'),
      flow('s2 > b > e2'),
      association('cb', 'undoB'),
    );
    const outer = sub(
      'outer',
      input('=1', 'local'),
      start('s1'),
      task('a'),
      boundary('ca', 'a', compensation()),
      task('undoA', undo, job('undo')),
      inner,
      end('e1'),
      flow('s1 > a > inner > e1'),
      association('ca', 'undoA'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        outer,
        boundary('co', 'outer', compensation()),
        task('undoOuter', undo, job('undo')),
        throwing('t', compensation()),
        end(),
        flow('start > outer > t > end'),
        association('co', 'undoOuter'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    await z.work('a');
    await z.work('b');
    const jobs = await z.jobs('undo', 3);
    z.equal(
      jobs.map(({ elementId, variables }) => [elementId, variables]),
      [
        ['undoOuter', { x: 1 }],
        ['undoA', { x: 1 }],
        ['undoB', { x: 1 }],
      ],
    );
    for (const job of jobs) await z.complete(job);
    await z.ended(instance);
  },
};
