import { beside, boundary, flow, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task that stops in its output mapping hears no signal',
  rule: 'Neither interrupting nor beside.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', output('=assert(a, a != null)', 'b')),
        boundary('m', 'work', signal('stop')),
        beside('n', 'work', signal('note')),
        task('stopped'),
        task('noted'),
        flow('start > work'),
        flow('m > stopped'),
        flow('n > noted'),
      ),
    );
    await z.create('p');
    await z.work('work');
    z.equal(await z.resolve(), 1);
    await z.broadcast('stop');
    await z.broadcast('note');
    await z.noJob('stopped');
    await z.noJob('noted');
  },
};
