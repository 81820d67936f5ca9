import { byDefault, exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the default flow itself is never conditional in effect',
  rule: 'A condition on the default flow does not matter when another holds.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g', byDefault('g > a')),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a'),
        flow('g > b', '=x'),
      ),
    );
    await z.create('p', { x: true });
    await z.work('b');
    await z.noJob('a');
  },
};
