import { catching, flow, input, link, output, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link leads from its throw event to its catch event',
  rule: 'Outputs of both are mapped, inputs of neither.',
  async run(z) {
    const t = throwing('t', link('L'), input('=1', 'a'), output('=2', 'b'), output('=a', 'c'));
    const c = catching('c', link('L'), input('=3', 'd'), output('=4', 'e'), output('=d', 'f'));
    await z.deploy(process('p', start(), t, c, task('after'), flow('start > t'), flow('c > after')));
    const instance = await z.create('p', { x: 1 });
    z.equal((await z.work('after')).variables, { x: 1, b: 2, c: null, e: 4, f: null });
    await z.ended(instance);
  },
};
