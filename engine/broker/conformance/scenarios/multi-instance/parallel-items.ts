import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a parallel multi-instance task has one job per item, and the results in the order of the items',
  rule: 'Each inner instance sees its item, its number from 1 on, an empty result and the collection of results so far; the collection goes up when all are done, other variables go up by themselves.',
  async run(z) {
    const each = multi({ items: '=items', item: 'x', results: 'res', result: '=r' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p', { items: [1, 'b', { c: 1 }] });
    const jobs = await z.jobs('w', 3);
    z.equal(
      jobs.map(({ text }) => text),
      [
        '{"r":null,"x":1,"loopCounter":1,"res":[null,null,null],"items":[1,"b",{"c":1}]}',
        '{"r":null,"x":"b","loopCounter":2,"res":[null,null,null],"items":[1,"b",{"c":1}]}',
        '{"r":null,"x":{"c":1},"loopCounter":3,"res":[null,null,null],"items":[1,"b",{"c":1}]}',
      ],
    );
    const [first, second, third] = jobs as [Job, Job, Job];
    await z.complete(second, { r: 'B' });
    await z.complete(first, { r: 'A', other: 1 });
    await z.complete(third);
    z.equal((await z.job('after')).variables, { items: [1, 'b', { c: 1 }], res: ['A', 'B', null], other: 1 });
  },
};
