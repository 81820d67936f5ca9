import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message from before the deployment starts an instance after one of its key has ended',
  rule: 'The end of an instance looks for buffered messages of its key.',
  async run(z) {
    await z.publish('begin', 'K', { ttl: 30_000, variables: { n: 1 } });
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    await z.publish('begin', 'K', { ttl: 30_000, variables: { n: 2 } });
    const first = await z.job('work');
    z.equal(first.variables.n, 2);
    await z.complete(first);
    z.equal((await z.job('work')).variables.n, 1);
  },
};
