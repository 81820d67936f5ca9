import { end, flow, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a token that waits at a join keeps the instance when the last element is terminated',
  rule: 'The scope is not empty.',
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
        flow('start > f > a > j > end'),
        flow('f > b > j'),
      ),
    );
    const instance = await z.create('p');
    await z.work('a');
    const b = await z.job('b');
    await z.modify(instance, { terminate: [b.elementInstanceKey] });
    await z.running(instance);
    await z.modify(instance, { activate: [{ elementId: 'b' }] });
    await z.work('b');
    await z.rejected(z.complete(b), 'NOT_FOUND');
  },
};
