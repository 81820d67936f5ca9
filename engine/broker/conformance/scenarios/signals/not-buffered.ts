import { catching, flow, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a signal reaches only those who wait for it at that moment',
  rule: 'Who comes later waits for the next one.',
  async run(z) {
    await z.deploy(
      process('p', start(), catching('c', signal('s')), task('after'), flow('start > c > after')),
    );
    await z.broadcast('s');
    await z.create('p');
    await z.noJob('after');
    await z.broadcast('s');
    await z.job('after');
  },
};
