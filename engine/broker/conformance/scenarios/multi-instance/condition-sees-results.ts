import { line, multi, output, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the completion condition sees what the inner instance has just given out',
  rule: 'It is evaluated in the inner scope, after output mappings and the output element.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task('w', output('=v', 'best'), multi({ items: '=[1,2,3]', until: '=best > 5' })),
        task('after'),
      ),
    );
    await z.create('p', { best: 0 });
    const [first, second] = (await z.jobs('w', 3)) as [Job, Job];
    await z.complete(first, { v: 3 });
    await z.noJob('after');
    await z.complete(second, { v: 9 });
    z.equal((await z.job('after')).variables, { best: 9 });
  },
};
