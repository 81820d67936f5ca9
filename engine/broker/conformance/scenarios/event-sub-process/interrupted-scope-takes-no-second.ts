import { eventSub, flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an interrupted scope takes no second event sub-process',
  rule: 'The first interruption closes the others.',
  async run(z) {
    const first = eventSub('e1', start('s1', message('m1', '=id')), task('one'), flow('s1 > one'));
    const second = eventSub('e2', start('s2', message('m2', '=id')), task('two'), flow('s2 > two'));
    await z.deploy(process('p', start(), task('work'), first, second, flow('start > work')));
    await z.create('p', { id: 'A' });
    await z.job('work');
    await z.publish('m1', 'A', { ttl: 5_000 });
    await z.job('one');
    await z.publish('m2', 'A', { ttl: 5_000 });
    await z.noJob('two');
  },
};
