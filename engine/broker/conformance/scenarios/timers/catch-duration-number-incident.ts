import { catching, duration, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a duration must be a duration or text',
  rule: 'A number stops the event.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('t', duration('=d'))));
    const instance = await z.create('p', { d: 5 });
    await z.setVariables(instance, { d: 'PT0S' });
    z.equal(await z.resolve(), 1);
    await z.ended(instance);
  },
};
