import { boundary, duration, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a timer on a sub-process ends all inside',
  rule: "Jobs inside are cancelled, the boundary's flow goes on.",
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s'), task('inner'), flow('s > inner')),
        boundary('late', 'sp', duration('PT0.5S')),
        task('after'),
        flow('start > sp'),
        flow('late > after'),
      ),
    );
    const instance = await z.create('p');
    const inner = await z.job('inner');
    await z.work('after');
    await z.rejected(z.complete(inner), 'NOT_FOUND');
    await z.ended(instance);
  },
};
