import { beside, cycle, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'R without a number goes on until the task ends',
  rule: 'It stops with its task.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('tick', 'work', cycle('R/PT0.3S')),
        task('ticked'),
        end(),
        flow('start > work > end'),
        flow('tick > ticked > end'),
      ),
    );
    const instance = await z.create('p');
    for (let n = 0; n < 4; n++) await z.work('ticked');
    await z.work('work');
    for (const job of await z.activate('ticked', { requestTimeout: 800 })) await z.complete(job);
    await z.ended(instance);
  },
};
