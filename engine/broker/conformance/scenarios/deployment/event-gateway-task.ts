import { catching, duration, eventGateway, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an event-based gateway leads to catch events',
  rule: 'Not to tasks.',
  async run(z) {
    await z.rejected(
      z.deploy(
        process(
          'p',
          start(),
          eventGateway('g'),
          catching('a', duration('PT1S')),
          task('b'),
          flow('start > g > a'),
          flow('g > b'),
        ),
      ),
      'INVALID_ARGUMENT',
      /Event-based gateway must not have an outgoing sequence flow to other elements than message\/timer\/signal intermediate catch events\./,
    );
  },
};
