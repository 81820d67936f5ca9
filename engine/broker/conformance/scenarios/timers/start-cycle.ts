import { cycle, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a cycle start fires as often as it says',
  rule: 'Each time a new instance starts.',
  async run(z) {
    await z.deploy(process('p', start('start', cycle('R2/PT0.5S')), task('work'), flow('start > work')));
    const jobs = await z.jobs('work', 2);
    z.ok(jobs[0]?.processInstanceKey !== jobs[1]?.processInstanceKey, 'two instances');
    await z.noJob('work', 1000);
  },
};
