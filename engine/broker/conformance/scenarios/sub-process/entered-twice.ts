import { exclusive, flow, manualTask, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a sub-process may be entered twice at the same time',
  rule: 'Each entry is an instance of its own.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        exclusive('m'),
        sub('sp', start('s'), task('inner'), flow('s > inner')),
        task('after'),
        manualTask('a'),
        manualTask('b'),
        flow('start > a > m'),
        flow('start > b > m'),
        flow('m > sp > after'),
      ),
    );
    const instance = await z.create('p');
    const inner = await z.jobs('inner', 2);
    z.ok(inner[0]?.key !== inner[1]?.key, 'two jobs');
    for (const job of inner) await z.complete(job);
    for (const job of await z.jobs('after', 2)) await z.complete(job);
    await z.ended(instance);
  },
};
