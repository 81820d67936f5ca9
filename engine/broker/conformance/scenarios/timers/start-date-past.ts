import { date, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a start date in the past starts an instance at once',
  rule: 'Deploying is enough; an identical deployment does not start another.',
  async run(z) {
    const model = process(
      'p',
      start('start', date('2020-01-01T00:00:00Z')),
      task('work'),
      flow('start > work'),
    );
    await z.deploy(model);
    await z.job('work');
    await z.deploy(model);
    await z.noJob('work', 600);
  },
};
