import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an output element that fails raises an incident on its inner instance alone',
  rule: 'The others go on.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=assert(ok, ok)' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.complete(first);
    z.equal(await z.resolve(), 1);
    await z.complete(second, { ok: true });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('after')).variables, { ok: true, res: [true, true] });
  },
};
