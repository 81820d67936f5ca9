import { boundary, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a buffered message that one instance refuses goes to the next',
  rule: 'A task that stops in its output mapping refuses it; another instance of the process gets it, also a later one.',
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
    await z.create('p', { id: 'A' });
    await z.work('work');
    z.equal(await z.resolve(), 1);
    await z.publish('stop', 'A', { ttl: 60_000 });
    await z.noJob('stopped');
    const second = await z.create('p', { id: 'A' });
    z.equal((await z.job('stopped')).processInstanceKey, second.processInstanceKey);
  },
};
