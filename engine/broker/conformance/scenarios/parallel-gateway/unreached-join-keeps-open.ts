import { end, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance whose join can never open stays',
  rule: 'A branch that ends before the join leaves the other waiting for ever.',
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
        end('other'),
        flow('start > f > a > j'),
        flow('f > b > other'),
        flow('b > j'),
        flow('j > end'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    await z.running(instance);
    await z.work('b');
    await z.ended(instance);
  },
};
