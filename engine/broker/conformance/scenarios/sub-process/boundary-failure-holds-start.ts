import { boundary, flow, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a failing expression of a sub-process's boundary event holds its start event",
  rule: 'Nothing inside begins; after mending it does.',
  incidents: true,
  async run(z) {
    const sp = sub('sp', start('st'), task('work'), flow('st > work'));
    await z.deploy(
      process(
        'p',
        start(),
        sp,
        boundary('b', 'sp', signal('=name')),
        task('handle'),
        flow('start > sp'),
        flow('b > handle'),
      ),
    );
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.noJob('work');
    await z.setVariables(instance, { name: z.name('s') });
    await z.resolve();
    await z.job('work');
    await z.broadcast('s');
    await z.job('handle');
  },
};
