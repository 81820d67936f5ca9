import {
  catching,
  eventSub,
  flow,
  link,
  nonInterrupting,
  process,
  signal,
  start,
  task,
  throwing,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a link works inside an event sub-process',
  rule: 'As in every scope.',
  async run(z) {
    const es = eventSub(
      'es',
      start('st', nonInterrupting, signal('s')),
      throwing('t', link('L')),
      catching('c', link('L')),
      task('inner'),
      flow('st > t'),
      flow('c > inner'),
    );
    await z.deploy(process('p', start(), task('work'), es, flow('start > work')));
    await z.create('p');
    await z.broadcast('s');
    await z.job('inner');
  },
};
