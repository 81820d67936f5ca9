import { line, receive, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a correlation key that is boolean stops the event',
  rule: 'Only text and numbers are keys.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', receive('r', 'order', '=id'), task('after')));
    const instance = await z.create('p', { id: true });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { id: 1 });
    z.equal(await z.resolve(), 1);
    await z.publish('order', '1', { ttl: 10_000 });
    await z.work('after');
  },
};
