import { beside, catching, flow, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal beside a sub-process goes on inside it, too',
  rule: 'The boundary event comes first.',
  async run(z) {
    const sp = sub('sp', start('st'), catching('c', signal('s')), task('inner'), flow('st > c > inner'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', signal('s')),
        task('outer'),
        flow('start > sp'),
        flow('b > outer'),
      ),
    );
    await z.create('p');
    await z.broadcast('s');
    const [outer, inner] = [await z.job('outer'), await z.job('inner')];
    z.ok(BigInt(outer.key) < BigInt(inner.key), 'the boundary event first');
  },
};
