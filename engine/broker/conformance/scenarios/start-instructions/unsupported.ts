import { boundary, catching, duration, element, end, flow, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const intro =
  "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to create instance of process with start instructions but";

export const scenario: Scenario = {
  title: 'events that wait for others cannot be started at',
  rule: 'Start and boundary events, sequence flows, events behind an event-based gateway.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        boundary('b', 'a', duration('PT1H')),
        element('eventBasedGateway', 'g'),
        catching('c1', duration('PT1H')),
        catching('c2', duration('PT2H')),
        end(),
        flow('start > a > g > c1 > end'),
        flow('g > c2 > end'),
        flow('b > end'),
      ),
    );
    const at = (elementId: string) => z.create('p', {}, { startInstructions: [{ elementId }] });
    await z.rejected(
      at('b'),
      'INVALID_ARGUMENT',
      /but the element with id 'b' targets unsupported element type 'BOUNDARY_EVENT'. Supported element types are: \[/,
    );
    await z.rejected(
      at('start'),
      'INVALID_ARGUMENT',
      /but the element with id 'start' targets unsupported element type 'START_EVENT'. Supported/,
    );
    await z.rejected(
      at('start_a'),
      'INVALID_ARGUMENT',
      /but the element with id 'start_a' targets unsupported element type 'SEQUENCE_FLOW'. Supported/,
    );
    await z.rejected(
      at('c1'),
      'INVALID_ARGUMENT',
      `${intro} the element with id 'c1' belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`,
    );
  },
};
