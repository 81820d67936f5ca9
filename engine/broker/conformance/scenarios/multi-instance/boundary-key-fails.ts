import { boundary, flow, message, multi, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a boundary event's correlation key does not see the item",
  rule: 'It is evaluated once, outside the loop; a failure keeps the loop from beginning.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('w', multi({ items: '=["a"]', item: 'x' })),
        boundary('b', 'w', message('m', '=x')),
        task('handle'),
        flow('start > w'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.noJob('w');
    await z.setVariables(instance, { x: 'outside' });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('w')).variables.x, 'a');
    await z.publish('m', 'outside', { ttl: 5_000 });
    await z.job('handle');
  },
};
