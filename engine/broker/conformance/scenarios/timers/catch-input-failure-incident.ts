import { catching, duration, flow, input, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing input mapping stops a timer catch event',
  rule: 'It waits for nothing until mended.',
  incidents: true,
  async run(z) {
    const c = catching('c', duration('PT0.1S'), input('=assert(x, x = 1)', 'y'));
    await z.deploy(process('p', start(), c, task('after'), flow('start > c > after')));
    const instance = await z.create('p', { x: 0 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 1 });
    await z.resolve();
    await z.job('after');
  },
};
