import { catching, flow, link, output, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping holds a link throw event',
  rule: 'After mending the link is followed.',
  incidents: true,
  async run(z) {
    const t = throwing('t', link('L'), output('=assert(x, x = 1)', 'o'));
    await z.deploy(
      process('p', start(), t, catching('c', link('L')), task('after'), flow('start > t'), flow('c > after')),
    );
    const instance = await z.create('p', { x: 0 });
    z.equal(await z.resolve(), 1);
    await z.setVariables(instance, { x: 1 });
    await z.resolve();
    await z.job('after');
  },
};
