import { beside, escalation, flow, output, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting boundary event runs beside the escalation of a throw event',
  rule: 'The boundary event completes first, before the outputs of the thrower are mapped.',
  async run(z) {
    const sp = sub(
      'sp',
      start('st'),
      throwing('t', escalation('E'), output('=x + 1', 'o')),
      task('inner'),
      flow('st > t > inner'),
    );
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('E'), output('=o', 'seen')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    const [handle, inner] = [await z.job('handle'), await z.job('inner')];
    z.equal(
      [handle.variables, inner.variables],
      [
        { x: 1, seen: null, o: 2 },
        { x: 1, seen: null, o: 2 },
      ],
    );
    z.ok(BigInt(handle.key) < BigInt(inner.key), 'the boundary event first');
    await z.complete(inner);
    await z.complete(handle);
    await z.ended(instance);
  },
};
