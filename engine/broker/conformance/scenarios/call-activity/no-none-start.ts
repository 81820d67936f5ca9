import { call, flow, line, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called process without a none start event raises an incident',
  rule: 'A version that has one can be called.',
  incidents: true,
  async run(z) {
    await z.deploy(process('c', start('heard', message('m')), task('work'), flow('heard > work')));
    await z.deploy(line('p', call('a', 'c')));
    await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.deploy(line('c', task('work')));
    z.equal(await z.resolve(), 1);
    await z.job('work');
  },
};
