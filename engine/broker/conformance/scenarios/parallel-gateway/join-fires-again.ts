import { exclusive, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a join opens again when every flow has another token',
  rule: 'Tokens are counted per flow and taken away one each.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('f'),
        exclusive('m1'),
        exclusive('m2'),
        task('x'),
        task('y'),
        parallel('j'),
        task('after'),
        flow('start > f > m1'),
        flow('f > x > m1'),
        flow('f > m2'),
        flow('f > y > m2'),
        flow('m1 > j'),
        flow('m2 > j'),
        flow('j > after'),
      ),
    );
    const instance = await z.create('p');
    await z.work('after');
    await z.work('x');
    await z.noJob('after');
    await z.work('y');
    await z.work('after');
    await z.ended(instance);
  },
};
