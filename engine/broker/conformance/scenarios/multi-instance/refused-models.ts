import { exclusive, flow, multi, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'what is refused at deployment',
  rule: 'A loop needs its extension element and a collection that is an expression; result and results belong together; only activities loop.',
  async run(z) {
    const refused = (parts: string, message: string, id = 'a') =>
      z.rejected(
        z.deploy(process('p', start(), task(id, parts), flow(`start > ${id}`))),
        'INVALID_ARGUMENT',
        new RegExp(message.replace(/[().[\]*+?^$|\\]/g, '\\$&')),
      );
    const raw = (inner: string) =>
      `<bpmn:multiInstanceLoopCharacteristics>${inner && `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`}</bpmn:multiInstanceLoopCharacteristics>`;
    await refused(raw(''), "Must have exactly one 'zeebe:loopCharacteristics' extension element");
    await refused(raw('<zeebe:loopCharacteristics />'), 'Expected expression but not found.');
    await refused(multi({ items: 'x' }), "Expected expression but found static value 'x'.");
    await refused(
      multi({ items: '=x', results: 'r' }),
      "Attribute 'outputElement' must be present if the attribute 'outputCollection' is set",
    );
    await refused(
      multi({ items: '=x', result: '=r' }),
      "Attribute 'outputCollection' must be present if the attribute 'outputElement' is set",
    );
    await refused(multi({ items: '=x', until: '=1 +' }), "failed to parse expression '1 +'");
    await z.rejected(
      z.deploy(
        process('p', start(), exclusive('g', multi({ items: '=x' })), task('t'), flow('start > g > t')),
      ),
      'INVALID_ARGUMENT',
    );
  },
};
