import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables that together have more than 4 MB cannot be handed down',
  rule: 'Each was small enough when it was set; the call activity stops with an incident, and resolving is refused.',
  incidents: true,
  async run(z) {
    await z.deploy(line('c', task('work')), line('p', task('begin'), call('a', 'c')));
    const instance = await z.create('p', { a: 'y'.repeat(1_500_000) });
    for (const name of ['b', 'c']) await z.setVariables(instance, { [name]: 'y'.repeat(1_500_000) });
    await z.complete(await z.job('begin', { fetchVariable: ['none'] }));
    await z.noJob('work');
    await z.rejected(z.resolve(), 'UNKNOWN');
    await z.running(instance);
  },
};
