import { beside, flow, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a task that stops in its output mapping starts no branches beside it',
  rule: 'Also non-interrupting events are refused then.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', output('=assert(a, a != null)', 'b')),
        beside('m', 'work', message('note', '=id')),
        task('noted'),
        flow('start > work'),
        flow('m > noted'),
      ),
    );
    await z.create('p', { id: 'A' });
    await z.work('work');
    z.equal(await z.resolve(), 1);
    await z.publish('note', 'A', { ttl: 2_000 });
    await z.noJob('noted');
  },
};
