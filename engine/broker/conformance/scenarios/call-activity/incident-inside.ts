import { call, input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an incident in a called instance holds the caller up, and goes with a cancellation',
  rule: 'Variables set in the caller do not reach the called instance.',
  incidents: true,
  async run(z) {
    await z.deploy(
      line('c', task('work', input('=assert(y, y)', 'z'))),
      line('p', call('a', 'c'), task('after')),
    );
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { y: true });
    z.equal(await z.resolve(), 1);
    await z.noJob('work');
    await z.cancel(instance);
    await z.ended(instance);
    await z.noIncident();
  },
};
