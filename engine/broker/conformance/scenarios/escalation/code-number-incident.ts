import { end, escalation, flow, process, start, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a code expression that is no text is an incident',
  rule: 'On throw and end events.',
  incidents: true,
  async run(z) {
    for (const [id, node] of [
      ['t', throwing('x', escalation('=code'))],
      ['e', end('x', escalation('=code'))],
    ] as const) {
      await z.deploy(process(id, start(), node, flow('start > x')));
      const instance = await z.create(id, { code: 7 });
      z.equal(await z.resolve(), 1, id);
      await z.setVariables(instance, { code: 'E' });
      await z.resolve();
      await z.ended(instance);
    }
  },
};
