import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'terminating an element takes its incident along',
  rule: 'There is nothing to resolve any more.',
  incidents: true,
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.fail(a);
    const incidentKey = await z.incidentOf(a);
    await z.modify(instance, { activate: [{ elementId: 'z' }], terminate: [a.elementInstanceKey] });
    await z.rejected(z.call('ResolveIncident', { incidentKey }), 'NOT_FOUND');
    await z.work('z');
    await z.ended(instance);
  },
};
