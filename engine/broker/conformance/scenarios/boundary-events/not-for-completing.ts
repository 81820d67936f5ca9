import { boundary, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task that stops in its output mapping can still be interrupted',
  rule: 'Its boundary events are there until it is completed.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', output('=assert(a, a != null)', 'b')),
        boundary('m', 'work', message('stop', '=id')),
        task('stopped'),
        flow('start > work'),
        flow('m > stopped'),
      ),
    );
    const instance = await z.create('p', { id: 'A' });
    await z.work('work');
    z.equal(await z.resolve(), 1);
    await z.publish('stop', 'A', { ttl: 5_000 });
    await z.work('stopped');
    await z.ended(instance);
  },
};
