import { element, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is refused at deployment',
  rule: 'A call activity needs one called element with a process id.',
  async run(z) {
    const refused = (inner: string, message: string) =>
      z.rejected(
        z.deploy(
          process('p', start(), element('callActivity', 'c', ...(inner ? [inner] : [])), flow('start > c')),
        ),
        'INVALID_ARGUMENT',
        new RegExp(message.replace(/[().[\]*+?^$|\\]/g, '\\$&')),
      );
    await refused('', "Must have exactly one 'zeebe:calledElement' extension element");
    await refused('<zeebe:calledElement />', 'Expected expression but not found.');
    await refused('<zeebe:calledElement processId="" />', 'Expected expression but not found.');
    await refused('<zeebe:calledElement processId="=1 +" />', "failed to parse expression '1 +'");
  },
};
