import {
  association,
  boundary,
  compensation,
  flow,
  line,
  multi,
  start,
  sub,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a compensation thrown inside a multi-instance sub-process stays in its inner instance',
  rule: 'What other inner instances have completed is theirs.',
  async run(z) {
    const inside = [
      start('is'),
      task('w'),
      boundary('cb', 'w', compensation()),
      task('undo', { isForCompensation: true }),
      throwing('back', compensation()),
      task('v'),
      flow('is > w > back > v'),
      association('cb', 'undo'),
    ];
    await z.deploy(line('p', sub('s', multi({ items: '=[1,2]', item: 'x' }), ...inside), task('after')));
    await z.create('p');
    const jobs = await z.jobs('w', 2);
    for (const x of [1, 2]) {
      await z.complete(jobs[x - 1] as Job);
      z.equal((await z.work('undo')).variables, { x, loopCounter: x });
      z.equal((await z.work('v')).variables, { x, loopCounter: x });
    }
    await z.job('after');
    await z.noJob('undo');
  },
};
