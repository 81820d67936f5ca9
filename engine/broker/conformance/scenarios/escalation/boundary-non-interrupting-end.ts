import { beside, end, escalation, flow, output, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a non-interrupting boundary event runs beside the escalation of a end event',
  rule: 'The boundary event completes first, before the outputs of the thrower are mapped.',
  async run(z) {
    const sp = sub('sp', start('st'), end('t', escalation('E'), output('=x + 1', 'o')), flow('st > t'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        beside('b', 'sp', escalation('E'), output('=o', 'seen')),
        task('handle'),
        task('after'),
        flow('start > sp > after'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    const [handle, after] = [await z.job('handle'), await z.job('after')];
    z.equal(
      [handle.variables, after.variables],
      [
        { x: 1, seen: null, o: 2 },
        { x: 1, seen: null, o: 2 },
      ],
    );
    z.ok(BigInt(handle.key) < BigInt(after.key), 'the boundary event first');
    await z.complete(after);
    await z.complete(handle);
    await z.ended(instance);
  },
};
