import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'of two waiting instances of one process the older one gets the message',
  rule: 'The other goes on waiting.',
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    const first = await z.create('p', { id: 'A' });
    const second = await z.create('p', { id: 'A' });
    await z.sleep(200);
    await z.publish('order', 'A', { ttl: 30_000 });
    z.equal((await z.job('after')).processInstanceKey, first.processInstanceKey);
    await z.noJob('after');
    await z.publish('order', 'A');
    z.equal((await z.job('after')).processInstanceKey, second.processInstanceKey);
  },
};
