import {
  catching,
  eventGateway,
  flow,
  link,
  message,
  process,
  receive,
  signal,
  start,
  task,
} from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is wrong with event-based gateways is said at deployment',
  rule: 'At least two flows, to events that nothing else leads to, all different.',
  async run(z) {
    const m = catching('m', message('m', '=1'));
    const refused = (text: RegExp, ...nodes: string[]) =>
      z.rejected(
        z.deploy(process('p', start(), eventGateway('g'), m, ...nodes, flow('start > g > m'))),
        'INVALID_ARGUMENT',
        text,
      );
    await refused(/Event-based gateway must have at least 2 outgoing sequence flows\./);
    const others =
      /Event-based gateway must not have an outgoing sequence flow to other elements than message\/timer\/signal intermediate catch events\./;
    await refused(others, task('w'), flow('g > w'));
    await refused(others, receive('r', 'n', '=1'), flow('g > r'));
    await refused(others, catching('l', link('L')), flow('g > l'));
    await refused(
      /Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway\./,
      catching('s', signal('s')),
      task('w'),
      flow('g > s'),
      flow('w > s'),
    );
    await refused(
      /Multiple message event definitions with the same name 'm' are not allowed\./,
      catching('n', message('m', '=2')),
      flow('g > n'),
    );
  },
};
