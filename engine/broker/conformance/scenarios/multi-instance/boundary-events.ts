import { beside, boundary, flow, message, multi, output, process, start, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'boundary events belong to the loop as a whole',
  rule: 'A non-interrupting one fires beside it; an interrupting one ends all inner instances, and their results and variables are not seen.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' });
    await z.deploy(
      process(
        'p',
        start(),
        task('w', each),
        boundary('stop', 'w', message('stop', '=k'), output('=why', 'got'), output('=res', 'seen')),
        beside('hint', 'w', message('hint', '=k')),
        task('stopped'),
        task('hinted'),
        task('after'),
        flow('start > w > after'),
        flow('stop > stopped'),
        flow('hint > hinted'),
      ),
    );
    await z.create('p', { k: z.name('k') });
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.publish('hint', z.name('k'), { variables: { note: 1 } });
    z.equal((await z.job('hinted')).variables, { k: z.name('k').replace(/_.*/, ''), note: 1 });
    await z.complete(first);
    await z.publish('stop', z.name('k'), { variables: { why: 2 } });
    const { variables } = await z.job('stopped');
    z.equal([variables.got, variables.seen, variables.x], [2, null, undefined]);
    await z.rejected(z.complete(second), 'NOT_FOUND');
    await z.noJob('after');
  },
};
