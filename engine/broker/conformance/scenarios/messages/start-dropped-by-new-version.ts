import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a new version without the start event listens no more',
  rule: 'The message goes nowhere.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('old'), flow('start > old')));
    await z.deploy(process('p', start(), task('new'), flow('start > new')));
    await z.publish('begin', '');
    await z.noJob('old');
  },
};
