import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a message starts a process',
  rule: 'A message start event needs no correlation key; the variables become those of the instance.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    await z.publish('begin', '', { variables: { v: 1 } });
    z.equal((await z.job('work')).variables, { v: 1 });
  },
};
