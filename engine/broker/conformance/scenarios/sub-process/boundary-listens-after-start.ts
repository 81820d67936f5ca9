import { boundary, flow, output, process, signal, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a sub-process's boundary events begin to listen when its start event completes",
  rule: "So their names see what the start event's output mappings set; a failure is an incident of the start event.",
  async run(z) {
    const sp = sub('sp', start('st', output('="in$run"', 'name')), task('work'), flow('st > work'));
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
    await z.create('p', { name: z.name('out') });
    await z.job('work');
    await z.broadcast('out');
    await z.noJob('handle');
    await z.broadcast('in');
    await z.job('handle');
  },
};
