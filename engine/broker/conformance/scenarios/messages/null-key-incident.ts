import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a correlation key that is null stops the event',
  rule: 'It must be text or a number.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('c', message('order', '=id')), task('after')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { id: 'A' });
    z.equal(await z.resolve(), 1);
    await z.publish('order', 'A', { ttl: 10_000 });
    await z.work('after');
  },
};
