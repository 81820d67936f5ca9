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
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'compensation from outside reaches the tasks of all inner instances',
  rule: 'One handler for each; their variables are gone with the loop.',
  async run(z) {
    const inside = [
      start('is'),
      task('w'),
      boundary('cb', 'w', compensation()),
      task('undo', { isForCompensation: true }),
      flow('is > w'),
      association('cb', 'undo'),
    ];
    const each = multi({ items: '=[1,2]', item: 'x' });
    await z.deploy(line('p', sub('s', each, ...inside), throwing('back', compensation()), task('after')));
    await z.create('p');
    for (const one of await z.jobs('w', 2)) await z.complete(one);
    for (const one of await z.jobs('undo', 2)) {
      z.equal(one.variables, {});
      await z.complete(one);
    }
    await z.job('after');
  },
};
