import { boundary, flow, input, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "the name of a boundary event's signal sees the task's input mappings",
  rule: 'It is evaluated in the scope of the task.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('work', input('="in$run"', 'name')),
        boundary('b', 'work', signal('=name')),
        task('handle'),
        flow('start > work'),
        flow('b > handle'),
      ),
    );
    await z.create('p', { name: z.name('out') });
    await z.broadcast('out');
    await z.noJob('handle');
    await z.broadcast('in');
    await z.job('handle');
  },
};
