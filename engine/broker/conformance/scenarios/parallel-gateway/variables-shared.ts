import { flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'branches write into the same process',
  rule: 'The last writer wins.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('f'),
        task('a'),
        task('b'),
        parallel('j'),
        task('after'),
        flow('start > f > a > j'),
        flow('f > b > j'),
        flow('j > after'),
      ),
    );
    await z.create('p', { v: 0 });
    await z.work('b', { v: 'b', fromB: 1 });
    await z.work('a', { v: 'a', fromA: 2 });
    z.equal((await z.job('after')).variables, { v: 'a', fromA: 2, fromB: 1 });
  },
};
