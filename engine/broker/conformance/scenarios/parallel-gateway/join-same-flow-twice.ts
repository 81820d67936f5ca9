import { exclusive, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a second token on the same flow does not open a join',
  rule: 'It waits for tokens on the other flows, so the instance stays open.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        parallel('f'),
        exclusive('m'),
        task('a'),
        parallel('j'),
        task('b'),
        task('after'),
        task('go'),
        flow('start > f > m'),
        flow('f > go > m'),
        flow('m > a > j'),
        flow('f > b > j'),
        flow('j > after'),
      ),
    );
    const instance = await z.create('p');
    await z.work('go');
    for (const job of await z.jobs('a', 2)) await z.complete(job);
    await z.noJob('after');
    await z.work('b');
    await z.work('after');
    await z.running(instance);
  },
};
