import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a second message of a key without a time to live is lost',
  rule: 'While an instance of the key runs, nobody keeps it.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    for (const n of [1, 2]) await z.publish('begin', 'K', { variables: { n } });
    await z.complete(await z.job('work'));
    await z.noJob('work');
  },
};
