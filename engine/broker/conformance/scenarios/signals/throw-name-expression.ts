import { flow, input, process, signal, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the name of a thrown signal sees the input mappings',
  rule: 'They are applied before.',
  async run(z) {
    await z.deploy(process('q', start('st', signal('s')), task('started'), flow('st > started')));
    await z.deploy(
      process('p', start(), throwing('t', signal('=name'), input('="s$run"', 'name')), flow('start > t')),
    );
    await z.create('p');
    await z.job('started');
  },
};
