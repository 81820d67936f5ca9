import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of an uncaught error are lost',
  rule: 'After the resolve the job comes as it was.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work')));
    await z.create('p', { a: 1 });
    await z.throwError(await z.job('work'), 'E', { v: 1 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('work')).variables, { a: 1 });
  },
};
