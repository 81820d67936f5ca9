import { flow, multi, parallel, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'inner instances terminated by modification leave no result',
  rule: 'A parallel loop ends with the others; a sequential one whose inner instance is terminated ends without going on.',
  async run(z) {
    for (const sequential of [false, true]) {
      const each = multi({ sequential, items: '=[1,2]', item: 'x', results: 'res', result: '=x' });
      const nodes = [start(), parallel('g'), task('w', each), task('after'), task('hold')];
      await z.deploy(process('p', ...nodes, flow('start > g > w > after'), flow('g > hold')));
      const instance = await z.create('p');
      const [first, second] = await z.jobs('w', sequential ? 1 : 2);
      await z.modify(instance, { terminate: [first?.elementInstanceKey ?? ''] });
      if (second) {
        await z.complete(second);
        z.equal((await z.work('after')).variables, { res: [null, 2] });
      } else {
        await z.noJob('w');
        await z.noJob('after');
      }
      await z.running(instance);
    }
  },
};
