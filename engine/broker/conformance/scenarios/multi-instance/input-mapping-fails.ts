import { input, line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an input mapping that fails raises an incident on each inner instance',
  rule: 'Resolving tries each again.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' });
    await z.deploy(line('p', task('w', input('=assert(y, y)', 'z'), each), task('after')));
    const instance = await z.create('p');
    await z.noJob('w');
    z.equal(await z.resolve(), 2);
    await z.setVariables(instance, { y: true });
    z.equal(await z.resolve(), 2);
    for (const job of await z.jobs('w', 2)) await z.complete(job);
    z.equal((await z.job('after')).variables, { y: true, res: [1, 2] });
  },
};
