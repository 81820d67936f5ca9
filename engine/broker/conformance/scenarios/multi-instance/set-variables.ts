import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'SetVariables on an inner instance meets its own variables, then those of the loop',
  rule: 'The collection of results can be replaced that way; a name that nobody has goes to the root.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
    await z.deploy(line('p', task('w', each), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.setVariables(first.elementInstanceKey, { r: 'set', other: 5, res: [7, 8] }, false);
    await z.complete(first);
    await z.complete(second, { r: 2 });
    z.equal((await z.job('after')).variables, { res: ['set', 2], other: 5 });
  },
};
