import { catching, duration, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'hours have no fraction',
  rule: 'PT1.5H is no duration; seconds may have one.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', catching('t', duration('=d')), task('after')));
    const instance = await z.create('p', { d: 'PT1.5H' });
    await z.setVariables(instance, { d: 'PT0.1S' });
    z.equal(await z.resolve(), 1);
    await z.work('after');
  },
};
