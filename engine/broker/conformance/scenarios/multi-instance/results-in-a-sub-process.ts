import { flow, input, multi, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the results go up from the scope of the activity like any other result',
  rule: 'A variable of that name in a scope on the way is updated; else they arrive at the root.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' });
    const inside = [start('is'), task('w', each), task('in'), flow('is > w > in')];
    const run = async (name: string, ...mappings: string[]) => {
      await z.deploy(
        process('p', start(), sub('s', ...mappings, ...inside), task('after'), flow('start > s > after')),
      );
      await z.create('p', { res: 'before' });
      for (const job of await z.jobs('w', 2)) await z.complete(job);
      z.equal((await z.work('in')).variables.res, [1, 2], name);
      return (await z.work('after')).variables.res;
    };
    z.equal(await run('its own', input('=0', 'res')), 'before');
    z.equal(await run('the root’s'), [1, 2]);
    z.equal(await run('beside another', input('=0', 'other')), [1, 2]);
  },
};
