import { catching, line, message, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message name that is null stops the event',
  rule: 'The name must be text.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('c', message('=n', '=id')), task('after')));
    const instance = await z.create('p', { id: 'A' });
    await z.setVariables(instance, { n: z.name('late') });
    z.equal(await z.resolve(), 1);
    await z.publish('late', 'A', { ttl: 10_000 });
    await z.work('after');
  },
};
