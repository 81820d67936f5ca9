import { exclusive, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a condition behind the one that holds is not evaluated',
  rule: 'A condition that would fail does no harm when an earlier tried one holds.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('g'),
        task('a'),
        task('b'),
        flow('start > g'),
        flow('g > a', '=nope'),
        flow('g > b', '=true'),
      ),
    );
    await z.create('p');
    await z.work('b');
  },
};
