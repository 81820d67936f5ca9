import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message published before the deployment does not start an instance',
  rule: 'Start events take messages only when they are published.',
  async run(z) {
    await z.publish('begin', '', { ttl: 30_000 });
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    await z.noJob('work', 500);
  },
};
