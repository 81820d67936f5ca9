import { end, flow, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'terminating a scope ends all inside it',
  rule: 'And the instance, when nothing else runs.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        sub('sp', start('s1'), task('a'), task('b'), flow('s1 > a'), flow('s1 > b')),
        end(),
        flow('start > sp > end'),
      ),
    );
    const instance = await z.create('p');
    const a = await z.job('a');
    const b = await z.job('b');
    await z.modify(instance, { terminate: [a.elementInstanceKey] });
    await z.running(instance);
    await z.modify(instance, { terminate: [b.elementInstanceKey] });
    await z.ended(instance);
  },
};
