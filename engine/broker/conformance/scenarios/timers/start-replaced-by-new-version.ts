import { duration, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a newer version takes the start timer over',
  rule: 'The timer of the older version is cancelled.',
  async run(z) {
    await z.deploy(process('p', start('start', duration('PT1S')), task('old'), flow('start > old')));
    await z.deploy(process('p', start('start', duration('PT1S')), task('new'), flow('start > new')));
    await z.job('new');
    await z.noJob('old', 600);
  },
};
