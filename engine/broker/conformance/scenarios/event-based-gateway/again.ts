import {
  catching,
  end,
  eventGateway,
  exclusive,
  flow,
  message,
  process,
  signal,
  start,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event-based gateway may be reached again',
  rule: 'It then waits anew.',
  async run(z) {
    const nodes = [
      start(),
      exclusive('x'),
      eventGateway('g'),
      catching('m', message('m', '=key')),
      catching('s', signal('s')),
      task('work'),
      end(),
    ];
    await z.deploy(process('p', ...nodes, flow('start > x > g > m > work > x'), flow('g > s > end')));
    const instance = await z.create('p', { key: '1' });
    for (let round = 0; round < 2; round++) {
      await z.publish('m', '1');
      await z.work('work');
    }
    await z.broadcast('s');
    await z.ended(instance);
  },
};
