import { call, end, flow, line, parallel, process, start, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a terminate end event in the called process completes the call activity',
  rule: 'It ends its own instance only, and that counts as completed.',
  async run(z) {
    const inside = [start(), parallel('g'), task('work'), task('other'), end('t', terminate)];
    await z.deploy(process('c', ...inside, flow('start > g > work > t'), flow('g > other')));
    await z.deploy(line('p', call('a', 'c'), task('after')));
    await z.create('p');
    await z.work('work', { x: 1 });
    z.equal((await z.job('after')).variables, { x: 1 });
  },
};
