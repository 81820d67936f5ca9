import { beside, boundary, flow, multi, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'signal boundary events belong to the loop as a whole',
  rule: 'One subscription, however many inner instances.',
  async run(z) {
    const nodes = [
      start(),
      task('w', multi({ items: '=[1,2]', item: 'x' })),
      beside('hint', 'w', signal('hint')),
      boundary('stop', 'w', signal('stop')),
      task('hinted'),
      task('stopped'),
    ];
    await z.deploy(process('p', ...nodes, flow('start > w'), flow('hint > hinted'), flow('stop > stopped')));
    await z.create('p');
    const jobs = await z.jobs('w', 2);
    await z.broadcast('hint', { a: 1 });
    z.equal((await z.work('hinted')).variables, { a: 1 });
    await z.noJob('hinted');
    await z.broadcast('stop', { b: 1 });
    z.equal((await z.job('stopped')).variables, { a: 1, b: 1 });
    for (const one of jobs) await z.rejected(z.complete(one), 'NOT_FOUND');
  },
};
