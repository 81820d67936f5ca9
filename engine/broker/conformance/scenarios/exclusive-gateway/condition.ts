import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an exclusive gateway takes the flow whose condition holds',
  rule: 'One flow is taken, not more.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g'),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x > 5'),
        flow('g > b', '=x <= 5'),
      ),
    );
    await z.create('p', { x: 7 });
    await z.work('a');
    await z.noJob('b');
  },
};
