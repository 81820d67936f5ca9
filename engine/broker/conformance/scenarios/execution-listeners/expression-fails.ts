import { input, job, line, listener, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'when an expression of the task fails after a start listener, all start again',
  rule: 'Input mappings and the first listener, too, once the incident is resolved.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('a', input('=x', 'i'), job('=t'), listener('start', 's'))));
    const instance = await z.create('p', { x: 1 });
    await z.work('s', { i: 5 });
    z.equal(await z.resolve(), 1);
    await z.work('s');
    await z.setVariables(instance, { t: z.name('a') });
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('s')).variables.i, 1);
    await z.work('a');
    await z.ended(instance);
  },
};
