import { beside, boundary, end, escalation, flow, process, start, sub, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is wrong with escalation events is said at deployment',
  rule: 'References, codes and places.',
  async run(z) {
    const thrown = (definition: string) =>
      process('p', start(), throwing('t', definition), end(), flow('start > t > end'));
    await z.rejected(
      z.deploy(thrown('<bpmn:escalationEventDefinition />')),
      'INVALID_ARGUMENT',
      /Must reference an escalation/,
    );
    await z.rejected(
      z.deploy(thrown(escalation(''))),
      'INVALID_ARGUMENT',
      /EscalationCode must be present and not empty/,
    );
    const onTask = process(
      'p',
      start(),
      task('w'),
      boundary('b', 'w', escalation('E')),
      end(),
      flow('start > w'),
      flow('b > end'),
    );
    await z.rejected(
      z.deploy(onTask),
      'INVALID_ARGUMENT',
      /An escalation boundary event should only be attached to a subprocess, or a call activity\./,
    );
    const twice = (code?: string) => {
      const events = [boundary('a', 'sp', escalation(code)), beside('b', 'sp', escalation(code))];
      return process(
        'p',
        start(),
        sub('sp', start('st')),
        ...events,
        end(),
        flow('start > sp'),
        flow('a > end'),
        flow('b > end'),
      );
    };
    await z.rejected(
      z.deploy(twice('E')),
      'INVALID_ARGUMENT',
      /Multiple escalation catch events with the same escalation code 'E' are not supported on the same scope\./,
    );
    await z.rejected(
      z.deploy(twice()),
      'INVALID_ARGUMENT',
      /The same scope can not contain more than one escalation catch event without escalation code\./,
    );
    const caught = process(
      'p',
      start(),
      sub('sp', start('st')),
      boundary('b', 'sp', escalation('=x')),
      end(),
      flow('start > sp'),
      flow('b > end'),
    );
    await z.rejected(
      z.deploy(caught),
      'INVALID_ARGUMENT',
      /The escalationCode of the escalation catch event is not allowed to be an expression/,
    );
  },
};
