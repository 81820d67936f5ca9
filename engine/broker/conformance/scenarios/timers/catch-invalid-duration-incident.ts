import { catching, duration, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a text that is no duration stops the event',
  rule: 'After mending and resolving the timer is created.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('t', duration('=d')), task('after')));
    const instance = await z.create('p', { d: 'abc' });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { d: 'PT0S' });
    z.equal(await z.resolve(), 1);
    await z.work('after');
  },
};
