import { end, flow, input, output, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal end event broadcasts and ends its branch',
  rule: 'Inputs and outputs are mapped.',
  async run(z) {
    await z.deploy(process('q', start('st', signal('s')), task('started'), flow('st > started')));
    const e = end('e', signal('s'), input('=n', 'a'), output('=a', 'b'));
    const sp = sub('sp', start('st'), e, flow('st > e'));
    await z.deploy(process('p', start(), sp, task('after'), flow('start > sp > after')));
    const instance = await z.create('p', { n: 1 });
    z.equal((await z.job('started')).variables, { a: 1 });
    z.equal((await z.work('after')).variables, { n: 1, b: 1 });
    await z.ended(instance);
  },
};
