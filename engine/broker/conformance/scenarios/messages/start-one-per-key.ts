import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with a key at most one instance runs',
  rule: 'A second message of that key waits until the first instance has ended.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    for (const n of [1, 2]) await z.publish('begin', 'K', { ttl: 30_000, variables: { n } });
    const first = await z.job('work');
    await z.noJob('work');
    await z.complete(first);
    z.equal((await z.job('work')).variables.n, 2);
  },
};
