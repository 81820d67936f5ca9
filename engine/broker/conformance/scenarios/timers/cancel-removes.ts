import { catching, duration, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'cancelling an instance removes its timer',
  rule: 'Nothing happens when the time comes.',
  async run(z) {
    await z.deploy(line('p', catching('t', duration('PT1S')), task('after')));
    const instance = await z.create('p');
    await z.cancel(instance);
    await z.ended(instance);
    await z.noJob('after', 1800);
  },
};
