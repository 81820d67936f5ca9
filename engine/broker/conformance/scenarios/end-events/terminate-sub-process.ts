import { end, flow, process, start, sub, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a terminate end event inside a sub-process ends only that',
  rule: 'The sub-process completes normally and the process goes on.',
  async run(z) {
    const inner = [start('s'), task('a'), task('b'), end('e', terminate), flow('s > a > e'), flow('s > b')];
    await z.deploy(process('p', start(), sub('sp', ...inner), task('after'), flow('start > sp > after')));
    const instance = await z.create('p');
    const other = await z.job('b');
    await z.work('a', { x: 1 });
    z.equal((await z.work('after')).variables, { x: 1 });
    await z.rejected(z.complete(other), 'NOT_FOUND');
    await z.ended(instance);
  },
};
