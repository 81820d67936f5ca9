import { line, listener, sendTask, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'listeners need a known event and a type, each pair once',
  rule: 'On service tasks only.',
  async run(z) {
    const refused = (parts: readonly string[], text: RegExp) =>
      z.rejected(z.deploy(line('p', task('a', ...parts))), 'INVALID_ARGUMENT', text);
    const raw = (attributes: string) => `<zeebe:executionListener ${attributes} />`;
    await refused(
      [raw('eventType="start" type=""')],
      /ERROR: Attribute 'type' must be present and not empty/,
    );
    await refused([raw('type="x"')], /ERROR: Attribute 'eventType' must be present and not empty/);
    await refused(
      [raw('eventType="create" type="x"')],
      /No enum constant .*ZeebeExecutionListenerEventType.create/,
    );
    await refused(
      [listener('start', 'x'), listener('start', 'x')],
      /ERROR: Found '2' duplicates based on eventType\[start\] and type\[x.*\], these combinations should be unique\./,
    );
    await z.rejected(
      z.deploy(line('p', sendTask('a', listener('start', 'x')))),
      'INVALID_ARGUMENT',
      /Execution listeners are not supported for the 'sendTask' element\. Currently, only \[serviceTask\] elements can have execution listeners\./,
    );
  },
};
