import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'only the latest version listens',
  rule: "The older version's start subscription is closed.",
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('old'), flow('start > old')));
    await z.deploy(process('p', start('start', message('begin')), task('new'), flow('start > new')));
    await z.publish('begin', '');
    await z.job('new');
    await z.noJob('old');
  },
};
