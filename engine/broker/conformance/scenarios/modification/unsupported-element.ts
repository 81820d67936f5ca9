import { boundary, catching, duration, element, end, flow, process, start, task } from '../../bpmn.ts';
import { intro } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'start and boundary events cannot be activated, nor events behind an event-based gateway',
  rule: 'Zeebe says what can be.',
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
    const instance = await z.create('p');
    const at = (elementId: string) => z.modify(instance, { activate: [{ elementId }] });
    const types =
      'Supported element types are: [PROCESS, SUB_PROCESS, EVENT_SUB_PROCESS, INTERMEDIATE_CATCH_EVENT, INTERMEDIATE_THROW_EVENT, END_EVENT, SERVICE_TASK, RECEIVE_TASK, USER_TASK, MANUAL_TASK, TASK, EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_BASED_GATEWAY, INCLUSIVE_GATEWAY, MULTI_INSTANCE_BODY, CALL_ACTIVITY, BUSINESS_RULE_TASK, SCRIPT_TASK, SEND_TASK].';
    const refusal = (id: string, type: string) =>
      `${intro} activate instructions for elements that are unsupported: '${id}'. The activation of elements with type '${type}' is not supported. ${types}`;
    await z.rejected(at('b'), 'INVALID_ARGUMENT', refusal('b', 'BOUNDARY_EVENT'));
    await z.rejected(at('start'), 'INVALID_ARGUMENT', refusal('start', 'START_EVENT'));
    await z.rejected(at('start_a'), 'INVALID_ARGUMENT', refusal('start_a', 'SEQUENCE_FLOW'));
    await z.rejected(
      at('c1'),
      'INVALID_ARGUMENT',
      `${intro} activate instructions for elements that are unsupported: 'c1'. The activation of events belonging to an event-based gateway is not supported.`,
    );
  },
};
