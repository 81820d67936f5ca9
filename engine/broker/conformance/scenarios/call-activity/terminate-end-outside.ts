import { call, end, flow, line, parallel, process, start, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a terminate end event in the caller ends the called instance',
  rule: 'As everything else in its scope.',
  async run(z) {
    const nodes = [start(), parallel('g'), call('a', 'c'), task('stop'), end('t', terminate)];
    await z.deploy(
      line('c', task('work')),
      process('p', ...nodes, flow('start > g > a'), flow('g > stop > t')),
    );
    const instance = await z.create('p');
    const job = await z.job('work');
    await z.work('stop');
    await z.ended(instance);
    await z.ended(job);
  },
};
