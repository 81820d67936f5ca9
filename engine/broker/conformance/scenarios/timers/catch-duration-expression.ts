import { catching, duration, line } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a duration may be an expression, of text or of a duration',
  rule: 'Both forms are evaluated when the event is reached.',
  async run(z) {
    await z.deploy(line('p', catching('a', duration('=d')), catching('b', duration('=duration(d)'))));
    z.equal(await z.result('p', { d: 'PT0.2S' }), { d: 'PT0.2S' });
  },
};
