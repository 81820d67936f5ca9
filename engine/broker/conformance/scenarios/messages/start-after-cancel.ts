import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling the instance lets the next message of the key start one',
  rule: 'Ended is ended.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    for (const n of [1, 2]) await z.publish('begin', 'K', { ttl: 30_000, variables: { n } });
    await z.cancel(await z.job('work'));
    z.equal((await z.job('work')).variables.n, 2);
  },
};
