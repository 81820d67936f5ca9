import { end, flow, line, multi, parallel, start, sub, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a terminate end event ends its own inner instance only',
  rule: 'The loop goes on with the others.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' });
    const inside = [
      start('is'),
      parallel('g'),
      task('w'),
      task('v'),
      end('t', terminate),
      flow('is > g > w > t'),
      flow('g > v'),
    ];
    await z.deploy(line('p', sub('s', each, ...inside), task('after')));
    await z.create('p');
    await z.work('w');
    await z.noJob('after');
    await z.work('w');
    z.equal((await z.job('after')).variables, { res: [1, 2] });
  },
};
