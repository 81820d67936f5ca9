import { boundary, eventSub, flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal for the process and for a task in it interrupts the process',
  rule: 'The older scope hears it first.',
  async run(z) {
    const es = eventSub('es', start('st', signal('s')), task('outer'), flow('st > outer'));
    await z.deploy(
      process(
        'p',
        start(),
        task('work'),
        boundary('b', 'work', signal('s')),
        task('inner'),
        es,
        flow('start > work'),
        flow('b > inner'),
      ),
    );
    await z.create('p');
    await z.broadcast('s');
    await z.job('outer');
    await z.noJob('inner');
  },
};
