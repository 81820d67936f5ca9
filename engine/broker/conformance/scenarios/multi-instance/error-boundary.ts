import { boundary, error, flow, multi, output, process, start, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error in one inner instance ends the loop',
  rule: "The boundary event's mappings see what was thrown, nothing of the inner instance and no results.",
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('w', multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' })),
        boundary('b', 'w', error('E'), output('=v', 'got'), output('=x', 'item'), output('=res', 'results')),
        task('handle'),
        flow('start > w'),
        flow('b > handle'),
      ),
    );
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.throwError(second, 'E', { v: 1 });
    z.equal((await z.job('handle')).variables, { got: 1, item: null, results: null });
    await z.rejected(z.complete(first), 'NOT_FOUND');
  },
};
