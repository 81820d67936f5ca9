import { catching, duration, eventGateway, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event-based gateway needs two flows',
  rule: 'With one there is nothing to choose.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process('p', start(), eventGateway('g'), catching('a', duration('PT1S')), flow('start > g > a')),
      ),
      'INVALID_ARGUMENT',
      /Event-based gateway must have at least 2 outgoing sequence flows\./,
    );
  },
};
