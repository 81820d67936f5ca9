import { beside, cycle, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cycle fires as often as it says',
  rule: 'R3 fires three times, then no more.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        beside('tick', 'work', cycle('R3/PT0.4S')),
        task('ticked'),
        flow('start > work'),
        flow('tick > ticked'),
      ),
    );
    await z.create('p');
    z.equal((await z.jobs('ticked', 3)).length, 3);
    await z.noJob('ticked', 1200);
  },
};
