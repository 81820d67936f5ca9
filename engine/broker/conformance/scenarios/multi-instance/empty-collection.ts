import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an empty collection completes the activity at once',
  rule: 'No inner instance is created; the result is an empty list.',
  async run(z) {
    for (const sequential of [false, true]) {
      const each = multi({ sequential, items: '=[]', item: 'x', results: 'res', result: '=x' });
      await z.deploy(line('p', task('w', each), task('after')));
      await z.create('p');
      z.equal((await z.work('after')).variables, { res: [] });
      await z.noJob('w');
    }
    await z.deploy(line('p', task('w', multi({ items: '=[]' })), task('after')));
    await z.create('p');
    z.equal((await z.work('after')).variables, {});
  },
};
