import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an instance with an incident can be cancelled',
  rule: 'The incident goes with it.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', input('=assert(a, a != null)', 'b'))));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.cancel(instance);
    await z.ended(instance);
    await z.noIncident();
  },
};
