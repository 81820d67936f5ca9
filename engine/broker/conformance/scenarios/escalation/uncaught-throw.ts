import { escalation, flow, input, output, process, start, task, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation that nobody catches changes nothing',
  rule: 'The flow goes on, without an incident. Output mappings are applied, input mappings are not.',
  async run(z) {
    const t = throwing('t', escalation('E'), input('=1', 'a'), output('=5', 'b'), output('=a', 'c'));
    await z.deploy(process('p', start(), t, task('after'), flow('start > t > after')));
    const instance = await z.create('p', { x: 1 });
    z.equal((await z.work('after')).variables, { x: 1, b: 5, c: null });
    await z.ended(instance);
  },
};
