import { end, flow, input, line, multi, start, sub, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance sub-process runs whole for each item',
  rule: 'Its input mappings see the item, what its tasks give out stays inside where the sub-process has the name.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
    const inside = [start('is'), task('a'), task('b'), end('ie'), flow('is > a > b > ie')];
    await z.deploy(line('p', sub('s', each, input('=x', 'y'), ...inside), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('a', 2)) as [Job, Job];
    z.equal(first.variables, { r: null, x: 1, y: 1, loopCounter: 1, res: [null, null] });
    await z.complete(second, { r: 'two' });
    z.equal((await z.work('b')).variables.r, 'two');
    await z.complete(first, { r: 'one', other: 3 });
    z.equal((await z.work('b')).variables, {
      r: 'one',
      x: 1,
      y: 1,
      loopCounter: 1,
      res: [null, 'two'],
      other: 3,
    });
    z.equal((await z.job('after')).variables, { other: 3, res: ['one', 'two'] });
  },
};
