import { flow, input, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables set without local go to the nearest scope that has them, else to the root',
  rule: 'From the given scope upwards.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', input('=1', 'x'), start('s'), task('work'), flow('s > work')),
        task('after'),
        flow('start > sp > after'),
      ),
    );
    await z.create('p');
    const work = await z.job('work', { timeout: 200 });
    await z.setVariables(work.elementInstanceKey, { x: 2, y: 3 }, false);
    const again = await z.job('work');
    z.equal(again.variables, { x: 2, y: 3 });
    await z.complete(again);
    z.equal((await z.job('after')).variables, { y: 3 });
  },
};
