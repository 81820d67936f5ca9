import { input, line, multi, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'output mappings of an inner instance come before its output element',
  rule: "Their results go to the inner instance's own variables first; a name that it does not have goes up, the last one wins.",
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=o' });
    await z.deploy(
      line(
        'p',
        task('w', input('=x + 1', 'y'), output('=y + r', 'o'), output('=o', 'o2'), each),
        task('after'),
      ),
    );
    await z.create('p');
    for (const job of await z.jobs('w', 2)) {
      z.equal(job.variables.y, job.variables.x + 1);
      await z.complete(job, { r: 10 });
    }
    z.equal((await z.job('after')).variables, { res: [12, 13], o2: 13 });
  },
};
