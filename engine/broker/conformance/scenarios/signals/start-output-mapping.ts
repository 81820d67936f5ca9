import { flow, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'output mappings of a signal start event choose what the instance gets',
  rule: 'Nothing else comes in.',
  async run(z) {
    await z.deploy(
      process('p', start('st', signal('s'), output('=a + 1', 'b')), task('first'), flow('st > first')),
    );
    await z.broadcast('s', { a: 1 });
    z.equal((await z.job('first')).variables, { b: 2 });
  },
};
