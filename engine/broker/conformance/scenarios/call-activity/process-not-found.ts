import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called process that is not deployed raises an incident',
  rule: 'Once it is there, resolving calls it.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', call('a', 'missing'), task('after')));
    await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.deploy(line('missing', task('work')));
    z.equal(await z.resolve(), 1);
    await z.work('work');
    await z.job('after');
  },
};
