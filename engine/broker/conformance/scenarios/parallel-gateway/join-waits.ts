import { flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a join waits for every incoming flow',
  rule: 'What comes behind starts once, when the last branch has arrived.',
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
    const instance = await z.create('p');
    await z.work('a');
    await z.noJob('after');
    await z.work('b');
    await z.work('after');
    await z.ended(instance);
  },
};
