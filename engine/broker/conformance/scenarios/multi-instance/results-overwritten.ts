import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'results that somebody has overwritten with another type stop every inner instance',
  rule: "The name of the collection is seen as an ordinary variable by the job's results.",
  incidents: true,
  async run(z) {
    await z.deploy(
      line(
        'p',
        task('w', multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' })),
        task('after'),
      ),
    );
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.complete(first, { res: 'oops' });
    z.equal(await z.resolve(), 1);
    await z.complete(second);
    z.equal(await z.resolve(), 2);
    await z.noJob('after');
  },
};
