import { end, error, eventSub, flow, line, multi, start, sub, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event sub-process inside a multi-instance sub-process catches for its own inner instance',
  rule: 'The others are not touched; its result counts.',
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=r' });
    const rescue = eventSub(
      'esp',
      start('es', error('E')),
      task('rescue'),
      end('ee'),
      flow('es > rescue > ee'),
    );
    const inside = [start('is'), task('w'), end('ie'), rescue, flow('is > w > ie')];
    await z.deploy(line('p', sub('s', each, ...inside), task('after')));
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.throwError(first, 'E', { v: 1 });
    z.equal((await z.work('rescue', { r: 'rescued' })).variables.x, 1);
    await z.complete(second, { r: 'fine' });
    z.equal((await z.job('after')).variables, { v: 1, res: ['rescued', 'fine'] });
  },
};
