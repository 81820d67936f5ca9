import { end, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance that waits at a join can be cancelled',
  rule: 'The waiting token goes with it.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('f'),
        task('a'),
        task('b'),
        parallel('j'),
        end(),
        flow('start > f > a > j'),
        flow('f > b > j'),
        flow('j > end'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.cancel(instance);
    await z.ended(instance);
  },
};
