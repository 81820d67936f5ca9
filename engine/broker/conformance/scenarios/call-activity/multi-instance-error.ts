import { boundary, call, error, flow, line, multi, process, start, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an error in one called instance of a loop ends them all',
  rule: 'The boundary event belongs to the loop.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x' });
    const nodes = [start(), call('a', 'c', each), boundary('b', 'a', error('E')), task('handle')];
    await z.deploy(line('c', task('work')), process('p', ...nodes, flow('start > a'), flow('b > handle')));
    await z.create('p');
    const [first, second] = (await z.jobs('work', 2)) as [Job, Job];
    await z.throwError(first, 'E', { v: 1 });
    z.equal((await z.job('handle')).variables, {});
    await z.ended(second);
  },
};
