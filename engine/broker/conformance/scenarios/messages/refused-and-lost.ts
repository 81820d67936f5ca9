import { boundary, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message without a time to live that one instance refuses is lost',
  rule: 'The next waiting instance of the process does not get it, but the message after it.',
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
    const second = await z.create('p', { id: 'A' });
    await z.job('work');
    await z.sleep(200);
    await z.publish('stop', 'A');
    await z.noJob('stopped');
    await z.publish('stop', 'A');
    z.equal((await z.job('stopped')).processInstanceKey, second.processInstanceKey);
  },
};
