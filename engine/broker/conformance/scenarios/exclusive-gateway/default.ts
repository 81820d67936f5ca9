import { byDefault, exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the default flow is taken when nothing else holds',
  rule: 'A condition that is null is refused only without being boolean; here all are false.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g', byDefault('g > b')),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=x > 5'),
        flow('g > b'),
      ),
    );
    await z.create('p', { x: 1 });
    await z.work('b');
  },
};
