import {
  association,
  boundary,
  compensation,
  end,
  flow,
  job,
  multi,
  process,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const undo = { isForCompensation: true };

export const scenario: Scenario = {
  title: 'a multi-instance activity is compensated once, what is inside as often as it completed',
  rule: 'The boundary event belongs to the whole.',
  async run(z) {
    const inner = sub(
      'sp',
      multi({ items: '=[1,2]', item: 'i' }),
      start('s1'),
      task('a'),
      boundary('ca', 'a', compensation()),
      task('undoA', undo, job('undo')),
      end('e1'),
      flow('s1 > a > e1'),
      association('ca', 'undoA'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        inner,
        boundary('c', 'sp', compensation()),
        task('undoAll', undo, job('undo')),
        throwing('t', compensation()),
        end(),
        flow('start > sp > t > end'),
        association('c', 'undoAll'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.work('a');
    const jobs = await z.jobs('undo', 3);
    z.equal(
      jobs.map(({ elementId }) => elementId),
      ['undoAll', 'undoA', 'undoA'],
    );
    z.equal(
      jobs.map(({ variables }) => variables),
      [{}, {}, {}],
    );
    for (const job of jobs) await z.complete(job);
    await z.ended(instance);
  },
};
