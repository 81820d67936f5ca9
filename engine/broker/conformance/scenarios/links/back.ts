import {
  byDefault,
  catching,
  end,
  exclusive,
  flow,
  link,
  process,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link may lead back',
  rule: 'Each round is a new token.',
  async run(z) {
    const nodes = [
      start(),
      catching('c', link('L')),
      task('work'),
      exclusive('x', byDefault('x > end')),
      throwing('t', link('L')),
      end(),
    ];
    await z.deploy(
      process(
        'p',
        ...nodes,
        flow('start > work'),
        flow('c > work > x'),
        flow('x > t', '=again'),
        flow('x > end'),
      ),
    );
    const instance = await z.create('p', { again: true });
    await z.work('work');
    await z.work('work', { again: false });
    await z.ended(instance);
  },
};
