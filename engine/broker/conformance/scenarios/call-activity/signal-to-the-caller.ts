import { boundary, call, flow, input, process, signal, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal thrown in the called process reaches a boundary event of its call activity',
  rule: 'Which ends the called instance.',
  async run(z) {
    const inside = [start(), task('work'), throwing('t', signal('s'), input('=5', 'v')), task('never')];
    await z.deploy(process('c', ...inside, flow('start > work > t > never')));
    const nodes = [start(), call('a', 'c'), boundary('b', 'a', signal('s')), task('handle')];
    await z.deploy(process('p', ...nodes, flow('start > a'), flow('b > handle')));
    await z.create('p');
    const job = await z.work('work');
    z.equal((await z.job('handle')).variables, { v: 5 });
    await z.ended(job);
    await z.noJob('never');
  },
};
