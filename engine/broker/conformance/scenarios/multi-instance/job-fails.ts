import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the variables of a failed job stay in its inner instance and become its result',
  rule: 'Fail variables are local to the task, as everywhere.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=v' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.fail(first, { variables: { v: 'failed' } });
    await z.complete(second, { v: 'b' });
    await z.updateRetries(first, 1);
    z.equal(await z.resolve(), 1);
    z.equal((await z.work('w')).variables, { v: 'failed', x: 1, loopCounter: 1, res: [null, 'b'] });
    z.equal((await z.job('after')).variables, { res: ['failed', 'b'] });
  },
};
